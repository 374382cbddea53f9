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
                missing.add("it is not closed yet");
            } else {
                ends.add(done.plusYears(by.afterRecord()));
            }
        }
        if ((by.afterLife() != null || by.afterSale() != null) && lives.isEmpty()) {
            missing.add("nobody knows which products it is about");
        }
        for (ProductLife life : lives) {
            if (by.afterLife() != null) {
                add(ends, missing, life.ends(), by.afterLife(), unknownLife(life));
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
            ends.add(from.plusYears(years));
        }
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
