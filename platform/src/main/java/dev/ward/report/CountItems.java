package dev.ward.report;

import dev.ward.reach.ReachedConsignee;
import dev.ward.report.Distribution.Dates;
import dev.ward.report.Distribution.Line;
import dev.ward.report.KnownOfCase.Described;
import dev.ward.web.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The items that count devices: how many were made, when, and who got how many. What does not agree is
/// missing, and never left out.
///
/// Source: 21 CFR 806.10(c)(9) to (11).
final class CountItems {

    private static final String NONE = "as no unit of a reached release is registered";

    private CountItems() {}

    static DraftItem totals(CorrectionFacts facts, String number) {
        Distribution all = facts.distribution();
        Filling item = new Filling(
                number,
                "Total manufactured and distributed, and the number in the same lots",
                "Productions, shipments and returns; registry: devices and populations");
        item.table(
                List.of(
                        "Device",
                        "Made",
                        "In stock",
                        "Scrapped",
                        "Shipped",
                        "Returned",
                        "Distributed",
                        "In no place",
                        "With a reached release"),
                all.lines().stream().map(CountItems::balance).toList(),
                "Distributed is shipped less returned. In no place is made, less in stock, scrapped and distributed.",
                "/devices/reconciliation");
        item.table(
                List.of("Device", "Lot", "Made", "With a reached release"),
                all.lots().stream()
                        .map(one -> List.of(
                                one.name(),
                                one.lot(),
                                one.made() == 0 ? Filling.or(null) : Words.number(one.made()),
                                Words.number(one.reached())))
                        .toList(),
                all.lotCount() > all.lots().size()
                        ? "The first %d of %s."
                                .formatted(all.lots().size(), Words.counted(all.lotCount(), "lot", "lots"))
                        : null,
                null);
        item.lacksIf(all.lines().isEmpty(), "all numbers, " + NONE);
        item.lacks(all.differences());
        all.lots().stream()
                .filter(one -> one.made() == 0)
                .forEach(one -> item.lacks("how many were made of lot %s of %s".formatted(one.lot(), one.name())));
        DeviceItems.uncounted(facts, item, "how many are reached");
        return item.item();
    }

    private static List<String> balance(Line one) {
        return List.of(
                one.name(),
                one.made() == 0 ? Filling.or(null) : Words.number(one.made()),
                Words.number(one.inStock()),
                Words.number(one.scrapped()),
                Words.number(one.shipped()),
                Words.number(one.returned()),
                Words.number(one.distributed()),
                one.made() == 0 ? Filling.or(null) : unplaced(one.unaccounted()),
                Words.number(one.reached()));
    }

    private static String unplaced(long unaccounted) {
        return unaccounted < 0
                ? "none; %s more than made".formatted(Words.number(-unaccounted))
                : Words.number(unaccounted);
    }

    static DraftItem dates(CorrectionFacts facts, String number) {
        Filling item = new Filling(
                number,
                "Dates of manufacture or distribution, and expiration or expected life",
                "Productions: manufactured, expires, expected life; shipments; profile: expected life");
        List<Line> lines = facts.distribution().lines();
        Distribution all = facts.distribution();
        item.table(
                List.of("Device", "Manufactured", "Distributed", "Expires", "Expected life"),
                lines.stream()
                        .map(one -> {
                            Dates dates = all.dates(one);
                            return List.of(
                                    one.name(),
                                    Filling.span(dates.firstMade(), dates.lastMade()),
                                    Filling.span(dates.firstShipped(), dates.lastShipped()),
                                    dates.expires() == null ? "–" : "up to " + dates.expires(),
                                    life(facts, one));
                        })
                        .toList(),
                ofWhat(all),
                null);
        item.lacksIf(lines.isEmpty(), "all dates, " + NONE);
        for (Line one : lines) {
            Dates dates = all.dates(one);
            item.lacksIf(
                    dates.firstMade() == null && dates.firstShipped() == null,
                    "when %s was made or distributed".formatted(one.name()));
            item.lacksIf(
                    dates.isShippedBeforeMade(),
                    "why %s was distributed from %s on and manufactured from %s on"
                            .formatted(one.name(), dates.firstShipped(), dates.firstMade()));
            item.lacksIf(
                    dates.expires() == null && life(facts, one).equals(Filling.or(null)),
                    "the expiration date or expected life of " + one.name());
        }
        return item.item();
    }

    /// Which of the devices the dates are of.
    private static String ofWhat(Distribution all) {
        List<String> whole = all.lines().stream()
                .filter(one -> !all.dates(one).ofLots())
                .map(Line::name)
                .toList();
        if (whole.size() == all.lines().size()) {
            return "Of all that was made and distributed, as no dates of single lots are known.";
        }
        return "Of the lots in (c)(9)%s."
                .formatted(
                        whole.isEmpty()
                                ? ""
                                : "; of all that was made and distributed for " + String.join(", ", whole));
    }

    private static String life(CorrectionFacts facts, Line line) {
        if (line.lifeMonths() != null) {
            return Words.counted(line.lifeMonths(), "month", "months");
        }
        return facts.known().devices().stream()
                .filter(one -> one.name().equals(line.name()) || one.product().equals(line.name()))
                .map(Described::profile)
                .map(profile -> profile.purpose().expectedLife())
                .filter(Objects::nonNull)
                .findFirst()
                .map(years -> Words.counted(years, "year", "years"))
                .orElse(Filling.or(null));
    }

    static DraftItem consignees(CorrectionFacts facts, String number) {
        Consignees.Listed all = facts.consignees();
        Filling item = new Filling(
                number,
                "Consignees, with dates and numbers distributed to each",
                "Customers and sites; shipments and returns; registry: devices");
        item.table(
                List.of("Consignee", "Address", "Telephone", "Distributed", "From, to", "With a reached release now"),
                all.first().stream().map(CountItems::consignee).toList(),
                "%s, %s distributed to them, %s with a reached release there now%s. The whole list: consignees.csv, SHA-256 %s."
                        .formatted(
                                all.words(),
                                Words.number(all.distributed()),
                                Words.number(all.devices()),
                                all.count() > all.first().size()
                                        ? "; the first %d are shown"
                                                .formatted(all.first().size())
                                        : "",
                                all.sha256()),
                null);
        item.table(
                List.of("Device", "Shipped", "Returned", "Distributed", "Registered with customers", "Difference"),
                facts.distribution().lines().stream()
                        .map(one -> List.of(
                                one.name(),
                                Words.number(one.shipped()),
                                Words.number(one.returned()),
                                Words.number(one.distributed()),
                                Words.number(one.registered()),
                                Words.number(one.unregistered())))
                        .toList(),
                null,
                null);
        lacking(facts, item);
        return item.item();
    }

    private static void lacking(CorrectionFacts facts, Filling item) {
        Consignees.Listed all = facts.consignees();
        long registered = facts.distribution().distributed();
        item.lacksIf(all.count() == 0, "every consignee, as none is known");
        String unreachable = Stream.of(
                        all.unphoned() > 0 ? "the telephone number of " + Words.number(all.unphoned()) : "",
                        all.unaddressed() > 0 ? "the address of " + Words.number(all.unaddressed()) : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        item.lacksIf(!unreachable.isEmpty(), unreachable + " of them");
        item.lacksIf(
                all.count() > 0 && all.distributed() != registered,
                "why %s were distributed to these consignees, and %s by the shipments and returns"
                        .formatted(Words.number(all.distributed()), Words.number(registered)));
        facts.distribution().lines().stream()
                .filter(one -> one.unregistered() != 0)
                .flatMap(one -> one.differences().stream().filter(words -> words.contains("registered")))
                .forEach(item::lacks);
        item.lacksIf(
                facts.distribution().unplaced() > 0,
                "where %s of a reached release are, as nobody knows the customer"
                        .formatted(Words.counted(facts.distribution().unplaced(), "unit", "units")));
        DeviceItems.uncounted(facts, item, "whom it reaches");
    }

    private static List<String> consignee(ReachedConsignee one) {
        return List.of(
                one.site() == null ? one.name() : one.name() + ", " + one.site(),
                Filling.or(one.address()) + (one.country() == null ? "" : ", " + one.country()),
                Filling.or(one.phone()),
                Words.number(one.shipped()),
                Filling.span(one.first(), one.last()),
                Words.number(one.devices()));
    }
}
