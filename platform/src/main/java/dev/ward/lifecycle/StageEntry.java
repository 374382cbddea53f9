package dev.ward.lifecycle;

import dev.ward.identity.Reauthenticated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody said of a stage. It is never changed; a later entry of the same scope, market and stage takes
/// its place.
///
/// @param announced  when customers were told; null when they were not
/// @param effective  null when the entry takes the date back
/// @param backward   it took something back to an earlier stage
/// @param reentered  when the password was re-entered for that, before there were signatures; else null
/// @param by         as the person was called then
public record StageEntry(
        long number,
        UUID id,
        StageScope scope,
        String market,
        Stage stage,
        @Nullable LocalDate announced,
        @Nullable LocalDate effective,
        String reason,
        boolean backward,
        @Nullable Instant reentered,
        String by,
        Instant at) {

    /// How what went back was confirmed: what was no electronic signature never becomes one.
    public String means() {
        return reentered == null ? "signed electronically" : Reauthenticated.LABEL;
    }
}
