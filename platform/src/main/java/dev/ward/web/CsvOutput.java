package dev.ward.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A table as comma-separated values (RFC 4180).
final class CsvOutput implements TableOutput {

    /// What a spreadsheet would take for a formula at the beginning of a cell.
    ///
    /// Source: OWASP, CSV Injection.
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final Writer writer;

    CsvOutput(OutputStream out) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        boolean first = true;
        for (Object cell : cells) {
            if (!first) {
                writer.append(',');
            }
            first = false;
            write(Objects.toString(cell, ""));
        }
        writer.append("\r\n");
    }

    /// Every cell stands in quotes, so that no separator within it, not the semicolon of some countries either, begins
    /// a cell of its own.
    private void write(String cell) throws IOException {
        writer.append('"');
        if (isFormula(cell)) {
            writer.append('\'');
        }
        writer.append(cell.indexOf('"') < 0 ? cell : cell.replace("\"", "\"\"")).append('"');
    }

    private static boolean isFormula(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        if (FORMULA.indexOf(cell.charAt(0)) >= 0) {
            return true;
        }
        String start = Character.isWhitespace(cell.charAt(0)) ? cell.stripLeading() : "";
        return !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
