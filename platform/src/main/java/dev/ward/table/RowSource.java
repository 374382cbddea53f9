package dev.ward.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Rows of one format.
interface RowSource {

    /// In characters; as in Excel.
    int LONGEST_CELL = 32_767;

    int MOST_CELLS = 1_000;

    /// The next row that is not blank; null behind the last.
    @Nullable
    Row next() throws IOException, UnreadableTable;
}
