package dev.ward.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was made and distributed of the devices that are reached, as the registry has it.
///
/// @param lines     by product and model
/// @param lots      what was made of each lot of which a unit is reached; the first 200
/// @param lotCount  how many there are
/// @param dates     when these lots were made and distributed, by device
/// @param unplaced  units that are reached and of which nobody knows the customer
///
/// Source: 21 CFR 806.10(c)(9), (10).
record Distribution(List<Line> lines, List<Lot> lots, long lotCount, List<Dates> dates, long unplaced) {

    static final Distribution NONE = new Distribution(List.of(), List.of(), 0, List.of(), 0);

    Distribution {
        lines = List.copyOf(lines);
        lots = List.copyOf(lots);
        dates = List.copyOf(dates);
    }

    /// @param name        "Infusion pump Model S"
    /// @param scrapped    by the manufacturer
    /// @param registered  units that are registered with customers, whatever they do there
    /// @param reached     units of the releases that are reached, in the field
    /// @param firstMade   null when no production is entered
    /// @param expires     the last day on which any expires; null when none does, or it is not known
    /// @param lifeMonths  the longest expected life that a production says; null when none does
    record Line(
            String name,
            long made,
            long inStock,
            long scrapped,
            long shipped,
            long returned,
            long registered,
            long reached,
            @Nullable LocalDate firstMade,
            @Nullable LocalDate lastMade,
            @Nullable LocalDate firstShipped,
            @Nullable LocalDate lastShipped,
            @Nullable LocalDate expires,
            @Nullable Integer lifeMonths) {

        long distributed() {
            return shipped - returned;
        }

        /// Made, and in no place; negative when there is more than was made.
        long unaccounted() {
            return made - inStock - scrapped - distributed();
        }

        /// Distributed, and not registered with a customer; negative when more is registered than was
        /// shipped.
        long unregistered() {
            return distributed() - registered;
        }

        /// What does not agree, in words.
        List<String> differences() {
            List<String> all = new ArrayList<>();
            if (made == 0) {
                all.add("how many of %s were made".formatted(name));
            } else if (unaccounted() > 0) {
                all.add("%d of %s were made and are in no place".formatted(unaccounted(), name));
            } else if (unaccounted() < 0) {
                all.add("%d more of %s are somewhere than were made".formatted(-unaccounted(), name));
            }
            if (unregistered() > 0) {
                all.add("%d of %s were distributed and are registered with no customer"
                        .formatted(unregistered(), name));
            } else if (unregistered() < 0) {
                all.add("%d more of %s are registered with customers than were distributed"
                        .formatted(-unregistered(), name));
            }
            return all;
        }
    }

    /// @param made     0 when no production names it
    /// @param reached  units of it that are reached, in the field
    record Lot(
            String name,
            String lot,
            long made,
            long reached,
            @Nullable LocalDate manufactured,
            @Nullable LocalDate expires) {}

    /// When a device was made and distributed; null where it is not known.
    ///
    /// @param ofLots  whether only the lots count of which a unit is reached
    record Dates(
            String name,
            boolean ofLots,
            @Nullable LocalDate firstMade,
            @Nullable LocalDate lastMade,
            @Nullable LocalDate firstShipped,
            @Nullable LocalDate lastShipped,
            @Nullable LocalDate expires) {

        boolean isShippedBeforeMade() {
            return firstMade != null && firstShipped != null && firstShipped.isBefore(firstMade);
        }
    }

    /// Of its reached lots; of all that was made where of these nothing is known.
    Dates dates(Line line) {
        return dates.stream()
                .filter(one -> one.name().equals(line.name()))
                .filter(one -> one.firstMade() != null || one.firstShipped() != null)
                .findFirst()
                .orElseGet(() -> new Dates(
                        line.name(),
                        false,
                        line.firstMade(),
                        line.lastMade(),
                        line.firstShipped(),
                        line.lastShipped(),
                        line.expires()));
    }

    long distributed() {
        return lines.stream().mapToLong(Line::distributed).sum();
    }

    List<String> differences() {
        return lines.stream().flatMap(one -> one.differences().stream()).toList();
    }
}
