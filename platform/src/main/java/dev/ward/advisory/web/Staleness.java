package dev.ward.advisory.web;

import dev.ward.advisory.SourceState;
import java.time.Duration;
import java.time.Instant;

/// How fresh a source is, in words.
public final class Staleness {

    private static final Duration FRESH = Duration.ofDays(2);
    private static final Duration AGEING = Duration.ofDays(7);

    private Staleness() {}

    public static String of(SourceState state, Instant now) {
        Instant heard = state.heard() == null ? null : state.heard().ended();
        if (heard == null) {
            return "Never heard: Ward knows nothing from it";
        }
        Duration age = Duration.between(heard, now);
        if (age.compareTo(FRESH) < 0) {
            return "Fresh";
        }
        String days = "%d days without news".formatted(age.toDays());
        return age.compareTo(AGEING) < 0 ? days : days + ": what was published since is missing";
    }
}
