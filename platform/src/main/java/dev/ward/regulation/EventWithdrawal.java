package dev.ward.regulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That an event was entered by mistake.
///
/// @param better     whether something would be better by it; it counts from when regulatory affairs has
///                   signed it too
/// @param confirmed  null when nobody has signed it too
public record EventWithdrawal(
        UUID id,
        String reason,
        boolean better,
        Instant signed,
        UUID signedBy,
        String by,
        @Nullable Instant confirmed,
        @Nullable String confirmedBy) {

    public boolean counts() {
        return !better || confirmed != null;
    }
}
