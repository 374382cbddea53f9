package dev.ward.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Work that somebody asked for, and how far it is.
///
/// @param kind     what is done, "advisory.import"
/// @param subject  what it is done to, in words for people
/// @param step     what is being done, in words for people; empty before the first step
/// @param total    of how many things `done` are done; 0 when nobody knows
/// @param problem  why it failed, for people; null unless it did
/// @param result   what came out, small; empty until it is completed
public record Job(
        JobId id,
        String kind,
        String subject,
        JobStatus status,
        String step,
        long done,
        long total,
        Instant submitted,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable String problem,
        Map<String, String> result) {

    public Job {
        result = Map.copyOf(result);
    }

    /// How far the step is, 0 to 100; null when nobody knows.
    public @Nullable Integer percent() {
        return total <= 0 ? null : Math.clamp(100 * done / total, 0, 100);
    }
}
