package dev.ward.standards.kev;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV text, whose quoted cells may hold line ends.
///
/// Source: RFC 4180.
final class CsvRows {

    private static final int LONGEST_ROW = 1 << 20;
    private static final int END = -1;

    private final Reader reader;
    private long line = 1;
    private boolean tooLong;
    private int ahead = Integer.MIN_VALUE;

    CsvRows(Reader reader) {
        this.reader = reader;
    }

    /// The line on which the next row begins, from 1.
    long line() {
        return line;
    }

    /// Whether the last row was cut, since it was longer than 1 MiB.
    boolean isTooLong() {
        return tooLong;
    }

    /// The cells of the next row; null at the end.
    @Nullable
    List<String> next() throws IOException {
        tooLong = false;
        int c = read();
        if (c == END) {
            return null;
        }
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int length = 0;
        boolean quoted = false;
        while (true) {
            if (c == END || (!quoted && (c == '\n' || c == '\r'))) {
                if (c == '\r' && peek() == '\n') {
                    read();
                }
                row.add(cell.toString());
                return row;
            }
            tooLong |= ++length > LONGEST_ROW;
            if (c == '"' && quoted && peek() == '"') {
                append(cell, (char) read());
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                row.add(tooLong ? "" : cell.toString());
                cell.setLength(0);
            } else {
                append(cell, (char) c);
            }
            c = read();
        }
    }

    private void append(StringBuilder cell, char c) {
        if (!tooLong) {
            cell.append(c);
        }
    }

    private int peek() throws IOException {
        if (ahead == Integer.MIN_VALUE) {
            ahead = reader.read();
        }
        return ahead;
    }

    private int read() throws IOException {
        int c = peek();
        ahead = Integer.MIN_VALUE;
        if (c == '\n') {
            line++;
        }
        return c;
    }
}
