package dev.ward.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that is written row by row, for spreadsheets. Nothing in a cell runs as a formula there.
///
/// Close it behind the last row only: closing would end a file that broke off as if it were whole.
public interface TableOutput extends AutoCloseable {

    /// Writes one row.
    ///
    /// @param cells  texts, numbers, dates, instants; null and absent ones are empty cells
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /// Ends the file.
    @Override
    void close() throws IOException;

    /// Opens a table and writes its head.
    ///
    /// @param sheet  the name of an Excel sheet; at most 31 characters
    static TableOutput open(TableFormat format, OutputStream out, String sheet, List<String> head) throws IOException {
        TableOutput table = switch (format) {
            case CSV -> new CsvOutput(out);
            case XLSX -> new XlsxOutput(out, sheet);
        };
        table.row(head);
        return table;
    }
}
