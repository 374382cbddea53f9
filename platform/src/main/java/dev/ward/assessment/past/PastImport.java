package dev.ward.assessment.past;

import dev.ward.assessment.VexId;
import dev.ward.table.RowCounts;
import dev.ward.table.RowWords;
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
        TableFile file, @Nullable VexId vex, @Nullable PastMapping mapping, RowCounts counts) implements TableImport {

    private static final RowWords STATEMENTS = new RowWords("statement", "statements", "Statement", "Field");

    public UUID id() {
        return file.id();
    }

    @Override
    public RowWords words() {
        return vex == null ? TableImport.super.words() : STATEMENTS;
    }
}
