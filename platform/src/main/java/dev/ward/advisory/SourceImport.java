package dev.ward.advisory;

import dev.ward.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the monitoring log: when a source was heard, by what document, and what was new in it.
///
/// @param name    what its sender called it: a file's name, a path, an address
/// @param who     the name of whoever asked for it
/// @param problem why it failed, for people; null unless it did
/// @param sha256  of the document, 64 hexadecimal digits; null until it has arrived
/// @param size    of the document, in bytes; null until it has arrived
public record SourceImport(
        ImportId id,
        Source source,
        String name,
        JobId job,
        String who,
        Instant begun,
        @Nullable Instant ended,
        ImportOutcome outcome,
        @Nullable String problem,
        @Nullable String sha256,
        @Nullable Long size,
        ImportCounts counts) {}
