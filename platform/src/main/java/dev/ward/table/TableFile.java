package dev.ward.table;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.job.JobId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A table that somebody sent, and what became of it.
///
/// @param contentType  as the sender said; never believed
/// @param preview      null when it could not be read
/// @param job          that works on it, or did last; null before
/// @param problem      for people; null unless it failed
/// @param ended        when it was checked or applied last; null before
public record TableFile(
        UUID id,
        String name,
        String contentType,
        String sha256,
        long size,
        String actorName,
        Instant received,
        ImportState state,
        @Nullable FilePreview preview,
        @Nullable JobId job,
        @Nullable String problem,
        @Nullable Instant ended) {

    /// One that has just come, of which nothing more is known.
    public static TableFile received(
            String name, String contentType, String sha256, long size, Actor actor, Instant at) {
        return new TableFile(
                Uuids.next(),
                name,
                contentType,
                sha256,
                size,
                actor.name(),
                at.truncatedTo(ChronoUnit.MICROS),
                ImportState.RECEIVED,
                null,
                null,
                null,
                null);
    }
}
