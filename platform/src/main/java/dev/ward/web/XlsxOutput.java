package dev.ward.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A table as a sheet of Excel. Texts are written as texts, so that nothing is taken for a formula or a number. What
/// one sheet cannot hold goes on in a further one, under the same head.
final class XlsxOutput implements TableOutput {

    /// The rows that a sheet can hold.
    ///
    /// Source: Microsoft, Excel specifications and limits.
    private static final int MOST_ROWS = 1_048_576;

    /// Rows that are in memory at a time.
    private static final int FLUSHED = 1_000;

    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final String name;
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;
    private List<? extends @Nullable Object> head = List.of();

    XlsxOutput(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Ward", "1.0");
        this.name = name;
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (sheets == 1 && rows == 0) {
            head = cells;
        } else if (rows == MOST_ROWS) {
            sheet.finish();
            sheets++;
            rows = 0;
            sheet = workbook.newWorksheet(name + " " + sheets);
            write(head);
        }
        write(cells);
    }

    private void write(List<? extends @Nullable Object> cells) throws IOException {
        int column = 0;
        for (Object cell : cells) {
            if (cell instanceof Number number) {
                sheet.value(rows, column, number);
            } else if (cell != null) {
                String text = Objects.toString(cell);
                sheet.inlineString(rows, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
            column++;
        }
        rows++;
        if (rows % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
