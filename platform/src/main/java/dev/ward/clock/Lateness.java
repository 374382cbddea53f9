package dev.ward.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a deadline was told to be over when it had been for a while.
public final class Lateness {

    /// So much passes between two looks, and somewhat more.
    static final Duration USUAL = Duration.ofMinutes(2);

    private Lateness() {}

    /// `told 3 h 12 min after the deadline, as Ward was not running`; null when it was told in time.
    ///
    /// @param due    the first instant that was too late
    /// @param known  since when that was known; null when nobody kept it
    public static @Nullable String words(Instant due, @Nullable Instant known, Instant told) {
        Duration late = Duration.between(due, told);
        if (late.compareTo(USUAL) <= 0) {
            return null;
        }
        String why = known == null
                ? ""
                : known.isAfter(due) ? ", as what started it was entered or found then" : ", as Ward was not running";
        return "told " + length(late) + " after the deadline" + why;
    }

    /// `3 h 12 min`, `2 d 5 h`; what is less than its last part is left out.
    private static String length(Duration length) {
        if (length.toDays() > 0) {
            return "%d d %d h".formatted(length.toDays(), length.toHoursPart());
        }
        return length.toHours() > 0
                ? "%d h %d min".formatted(length.toHours(), length.toMinutesPart())
                : "%d min".formatted(length.toMinutes());
    }
}
