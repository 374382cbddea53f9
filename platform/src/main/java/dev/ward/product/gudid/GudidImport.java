package dev.ward.product.gudid;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of the GUDID that somebody uploaded, and what became of it.
///
/// @param problem  why it failed, for people; null when it did not
public record GudidImport(
        UUID id,
        UUID job,
        String name,
        String sha256,
        Outcome outcome,
        @Nullable String problem,
        String author,
        Instant begun,
        @Nullable Instant ended,
        Counts counts) {

    public enum Outcome {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /// @param told     device records that were read
    /// @param older    records of which a later version is known
    /// @param unread   parts that could not be read, or were kept though something is wrong with them
    public record Counts(long told, long created, long revised, long unchanged, long older, long unread) {}
}
