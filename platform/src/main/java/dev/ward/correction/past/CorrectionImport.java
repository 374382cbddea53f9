package dev.ward.correction.past;

import dev.ward.table.TableCounts;
import dev.ward.table.TableFile;
import dev.ward.table.TableImport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of past corrections, and what became of it.
///
/// @param mapping  the last that was chosen; null before
/// @param counts   of the last check or application
public record CorrectionImport(TableFile file, @Nullable CorrectionMapping mapping, Counts counts)
        implements TableImport {

    public UUID id() {
        return file.id();
    }

    /// Of rows: each is one of new, changed, unchanged, older or refused.
    ///
    /// @param older   that say what a later file or a corrected row says otherwise
    /// @param warned  warnings, of which a row may have several
    public record Counts(long read, long created, long changed, long unchanged, long older, long refused, long warned)
            implements TableCounts {

        public boolean changeSomething() {
            return created + changed > 0;
        }
    }
}
