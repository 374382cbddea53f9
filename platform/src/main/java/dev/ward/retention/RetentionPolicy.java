package dev.ward.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out until when a record is kept. Of several dates the latest rules; one that is not known has
/// no end, whatever the others say.
final class RetentionPolicy {

    private RetentionPolicy() {}

    /// @param done   when the record was closed; null while it is open
    /// @param lives  of the products that it is about; empty when nobody knows which
    static KeptUntil until(RetentionClass by, @Nullable LocalDate done, Collection<ProductLife> lives) {
        List<LocalDate> ends = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (by.afterRecord() != null) {
            if (done == null) {
                missing.add(by.kind().open());
            } else {
                ends.add(years(done, by.afterRecord()));
            }
        }
        if ((by.afterLife() != null || by.afterSale() != null) && lives.isEmpty()) {
            missing.add("nobody knows which products it is about");
        }
        for (ProductLife life : lives) {
            if (by.afterLife() != null) {
                addLife(ends, missing, life, by.afterLife());
            }
            if (by.afterSale() != null) {
                add(ends, missing, life.lastSold(), by.afterSale(), unsold(life));
            }
        }
        if (!missing.isEmpty()) {
            return result(by, null, "No end: " + String.join("; ", missing) + ".");
        }
        LocalDate last = ends.stream().max(LocalDate::compareTo).orElseThrow();
        return result(by, last, "The latest of " + ends.stream().distinct().count() + " dates.");
    }

    private static void add(
            List<LocalDate> ends, List<String> missing, @Nullable LocalDate from, int years, String unknown) {
        if (from == null) {
            missing.add(unknown);
        } else {
            ends.add(years(from, years));
        }
    }

    /// Counted in one step from the last sale, so that no leap day is lost between two.
    private static void addLife(List<LocalDate> ends, List<String> missing, ProductLife life, int years) {
        LocalDate sold = life.lastSold();
        Integer lives = life.lifeYears();
        if (sold == null || lives == null) {
            missing.add(unknownLife(life));
        } else {
            ends.add(years(sold, lives + years));
        }
    }

    /// The same day some years later. A leap day that the year does not have is its first of March:
    /// nothing is kept too short.
    static LocalDate years(LocalDate from, int years) {
        LocalDate to = from.plusYears(years);
        return to.getDayOfMonth() == from.getDayOfMonth() ? to : to.plusDays(1);
    }

    private static String unknownLife(ProductLife life) {
        return life.lifeYears() == null
                ? "the expected life of %s is not said".formatted(life.product())
                : unsold(life);
    }

    private static String unsold(ProductLife life) {
        return "%s is sold, or it is not said since when it is not".formatted(life.product());
    }

    private static KeptUntil result(RetentionClass by, @Nullable LocalDate until, String how) {
        return new KeptUntil(by.name(), by.source(), by.checked(), until, how);
    }

    /// The last day of all; null when one has no end, or no class keeps it.
    static @Nullable LocalDate last(List<KeptUntil> all) {
        return all.isEmpty() || all.stream().anyMatch(one -> one.until() == null)
                ? null
                : all.stream().map(KeptUntil::until).max(LocalDate::compareTo).orElse(null);
    }
}
