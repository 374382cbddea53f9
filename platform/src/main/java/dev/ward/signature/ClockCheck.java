package dev.ward.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One comparison of a server's clock with another.
///
/// @param source     "database", or the address that the operator named
/// @param outside    whether the source is one that the operator named as a source of time
/// @param offset     how far the server's clock was ahead; null when nothing was measured
/// @param uncertain  by how much that may be wrong; null as above
/// @param trouble    why nothing was measured; null when something was
public record ClockCheck(
        Instant at,
        String server,
        String source,
        boolean outside,
        @Nullable Duration offset,
        @Nullable Duration uncertain,
        @Nullable String trouble) {

    /// What lies within it is agreement: signatures are read by people.
    static final Duration TOLERATED = Duration.ofSeconds(2);

    public ClockHealth health() {
        if (offset == null || uncertain == null) {
            return ClockHealth.NO_ANSWER;
        }
        return offset.abs().compareTo(TOLERATED.plus(uncertain)) <= 0 ? ClockHealth.AGREES : ClockHealth.DIFFERS;
    }

    /// In a few words: "0.3 s ahead, give or take 0.6 s".
    public String words() {
        if (offset == null || uncertain == null) {
            return String.valueOf(trouble);
        }
        return String.format(
                Locale.ROOT,
                "%.1f s %s, give or take %.1f s",
                offset.abs().toMillis() / 1000.0,
                offset.isNegative() ? "behind" : "ahead",
                uncertain.toMillis() / 1000.0);
    }
}
