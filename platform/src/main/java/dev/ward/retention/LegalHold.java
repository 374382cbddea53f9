package dev.ward.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That nothing is purged of a record, while it holds.
///
/// @param name     for people, as other acts tell of it: "Case against Acme, 2026"
/// @param placedBy printed name
/// @param lifted   null while it holds
/// @param liftedBy printed name; null while it holds
/// @param because  why it was lifted; null while it holds
public record LegalHold(
        UUID id,
        RecordName of,
        String name,
        String reason,
        Instant placed,
        String placedBy,
        @Nullable Instant lifted,
        @Nullable String liftedBy,
        @Nullable String because) {

    public boolean holds() {
        return lifted == null;
    }
}
