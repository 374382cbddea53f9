package dev.ward.regulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That one of our own clocks stands still in a case, or did.
///
/// @param clock   its id
/// @param moment  from when, as it was written
/// @param ended   null while it stands still
public record PauseEntry(
        UUID id,
        String clock,
        String moment,
        String reason,
        Instant entered,
        String by,
        @Nullable End ended) {

    /// @param moment  until when, as it was written
    public record End(String moment, String reason, Instant entered, String by) {}
}
