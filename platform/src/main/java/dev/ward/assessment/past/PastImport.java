package dev.ward.assessment.past;

import dev.ward.assessment.VexId;
import dev.ward.table.RowWords;
import dev.ward.table.TableCounts;
import dev.ward.table.TableFile;
import dev.ward.table.TableImport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of past decisions, and what became of it.
///
/// @param vex      the document, when it is VEX of our own; null for a table
/// @param mapping  the last that was chosen; null before, and for what is no table
/// @param counts   of the last check or application
public record PastImport(
        TableFile file, @Nullable VexId vex, @Nullable PastMapping mapping, Counts counts) implements TableImport {

    private static final RowWords STATEMENTS = new RowWords("statement", "statements", "Statement", "Field");

    public UUID id() {
        return file.id();
    }

    @Override
    public RowWords words() {
        return vex == null ? TableImport.super.words() : STATEMENTS;
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
