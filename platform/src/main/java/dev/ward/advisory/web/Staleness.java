package dev.ward.advisory.web;

import dev.ward.advisory.SourceImport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How fresh a source is.
///
/// @param brief  in a word or two
/// @param words  and what that means
/// @param shape  of its badge
/// @param tone   of its badge
public record Staleness(String brief, String words, String shape, String tone) {

    private static final Duration FRESH = Duration.ofDays(2);
    /// How far the clock of another server may be ahead.
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final Duration AGEING = Duration.ofDays(7);

    /// @param heard  the last import that did not fail; null when there was none
    public static Staleness of(@Nullable SourceImport heard, Instant now) {
        Instant at = heard == null ? null : heard.ended();
        if (at == null) {
            return new Staleness("Never heard", "Ward knows nothing from it", "question", "high");
        }
        Duration age = Duration.between(at, now);
        if (age.isNegative() && age.abs().compareTo(AHEAD) > 0) {
            return new Staleness(
                    "Unknown age", "Heard at a time that has not come yet: the clock was wrong", "question", "high");
        }
        if (age.compareTo(FRESH) < 0) {
            return new Staleness("Fresh", "Heard within two days", "done", "good");
        }
        String days = "%d days old".formatted(age.toDays());
        return age.compareTo(AGEING) < 0
                ? new Staleness(days, "Not heard since", "circle", "medium")
                : new Staleness(days, "What was published since is missing", "up", "high");
    }
}
