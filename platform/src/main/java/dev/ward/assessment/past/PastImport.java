package dev.ward.assessment.past;

import dev.ward.assessment.VexId;
import dev.ward.job.JobId;
import dev.ward.table.FilePreview;
import dev.ward.table.ImportState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of past decisions, and what became of it.
///
/// @param vex      the document, when it is VEX of our own; null for a table
/// @param preview  null when it could not be read, or is no table
/// @param mapping  the last that was chosen; null before
/// @param job      that works on it, or did last; null before
/// @param problem  for people; null unless it failed
/// @param counts   of the last check or application
public record PastImport(
        UUID id,
        String name,
        String contentType,
        String sha256,
        long size,
        String actorName,
        Instant received,
        ImportState state,
        @Nullable VexId vex,
        @Nullable FilePreview preview,
        @Nullable PastMapping mapping,
        @Nullable JobId job,
        @Nullable String problem,
        @Nullable Instant ended,
        Counts counts) {

    /// Of rows: each is one of new, changed, unchanged, older or refused.
    ///
    /// @param older   that say what a later file or a corrected row says otherwise
    /// @param warned  warnings, of which a row may have several
    public record Counts(long read, long created, long changed, long unchanged, long older, long refused, long warned) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        public boolean changeSomething() {
            return created + changed > 0;
        }
    }
}
