package dev.ward.table;

import dev.ward.job.JobId;
import java.time.Instant;
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
        @Nullable Instant ended) {}
