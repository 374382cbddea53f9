package dev.ward.correction.past;

import dev.ward.table.RowCounts;
import dev.ward.table.TableFile;
import dev.ward.table.TableImport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of past corrections, and what became of it.
///
/// @param mapping  the last that was chosen; null before
/// @param counts   of the last check or application
public record CorrectionImport(TableFile file, @Nullable CorrectionMapping mapping, RowCounts counts)
        implements TableImport {

    public UUID id() {
        return file.id();
    }
}
