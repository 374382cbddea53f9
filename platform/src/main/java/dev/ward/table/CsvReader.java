package dev.ward.table;

import dev.ward.standards.input.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads text with delimiters, and forgives what spreadsheets and scripts do to it.
///
/// A quote that is opened and never closed would swallow the rest of the file: what is longer than a
/// cell can be is read again from the line behind, so that it costs one row.
///
/// Source: RFC 4180.
final class CsvReader implements RowSource {

    private static final int MOST_UNCLOSED = 1_000;
    private static final char QUOTE = '"';

    private final CharInput in;
    private final char delimiter;
    private char[] buffer;
    /// Where in the buffer the row begins, what is read next, and where it ends.
    private int start;
    private int at;
    private int end;
    private boolean ended;
    /// Characters before the buffer's first.
    private long passed;
    private long line = 1;
    /// Where the cell that was just read ended, from the row's start.
    private int cellEnd;
    private int unclosed;
    private int width = 16;
    private final List<Flaw> flaws = new ArrayList<>();

    private enum CellEnd {
        DELIMITER,
        LINE,
        TOO_LONG,
        UNCLOSED
    }

    /// @param head    what of `in` was read already
    /// @param passed  how many characters before that
    CsvReader(CharInput in, char[] head, int length, long passed, char delimiter) {
        this.in = in;
        this.passed = passed;
        this.delimiter = delimiter;
        this.buffer = head;
        this.end = length;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        while (at < end || fill()) {
            Row row = row();
            start = at;
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Row row() throws IOException, UnreadableTable {
        start = at;
        long begun = line;
        flaws.clear();
        List<String> cells = new ArrayList<>(width);
        CellEnd ended;
        do {
            ended = cells.size() < MOST_CELLS ? cell(cells) : CellEnd.TOO_LONG;
        } while (ended == CellEnd.DELIMITER);
        if (ended != CellEnd.LINE) {
            return broken(begun, cells, ended);
        }
        int guesses = in.guessedBefore(passed + at);
        if (guesses > 0) {
            flaws.add(new Flaw(Flaw.WHOLE, Flaw.Kind.OTHER_ENCODING, "%d characters".formatted(guesses)));
        }
        width = cells.size();
        boolean blank = flaws.isEmpty() && cells.stream().allMatch(String::isBlank);
        return blank ? null : new Row(begun, cells, List.copyOf(flaws));
    }

    private Row broken(long begun, List<String> cells, CellEnd how) throws IOException, UnreadableTable {
        List<String> kept = cells;
        Flaw flaw;
        if (how == CellEnd.UNCLOSED) {
            unclosed++;
            if (unclosed > MOST_UNCLOSED) {
                throw new UnreadableTable(
                        "More than %,d quotes are opened and never closed: this is no table. Export the file again."
                                .formatted(MOST_UNCLOSED));
            }
            at = start;
            line = begun;
            flaw = new Flaw(
                    cells.size(),
                    Flaw.Kind.UNCLOSED_QUOTE,
                    "a quote is opened and not closed within one cell's length");
            kept = List.of();
        } else {
            flaw = new Flaw(
                    cells.size(),
                    Flaw.Kind.TOO_LONG,
                    cells.size() < MOST_CELLS
                            ? "is longer than %,d characters".formatted(LONGEST_CELL)
                            : "the row has more than %,d cells".formatted(MOST_CELLS));
        }
        String text = restOfLine();
        in.guessedBefore(passed + at);
        return new Row(begun, kept.isEmpty() ? List.of(text) : kept, List.of(flaw));
    }

    /// Goes behind the end of the line.
    ///
    /// @return what stood there, as far as a message shows it
    private String restOfLine() throws IOException {
        StringBuilder text = new StringBuilder();
        while (at < end || fill()) {
            start = at;
            char c = buffer[at];
            if (c == '\n' || c == '\r') {
                endLine();
                break;
            }
            if (text.length() < LONGEST_CELL) {
                text.append(c);
            }
            at++;
        }
        return text.toString();
    }

    private CellEnd cell(List<String> cells) throws IOException {
        if ((at < end || fill()) && buffer[at] == QUOTE) {
            return quoted(cells);
        }
        int from = at - start;
        CellEnd how = plain();
        if (how != CellEnd.TOO_LONG) {
            cells.add(text(from, cellEnd));
        }
        return how;
    }

    private String text(int from, int to) {
        return new String(buffer, start + from, to - from);
    }

    /// Goes on to behind the delimiter or the end of the line.
    private CellEnd plain() throws IOException {
        int from = at - start;
        while (at < end || fill()) {
            char c = buffer[at];
            if (c == delimiter) {
                cellEnd = at - start;
                at++;
                return CellEnd.DELIMITER;
            }
            if (c == '\n' || c == '\r') {
                cellEnd = at - start;
                endLine();
                return CellEnd.LINE;
            }
            at++;
            if (at - start - from > LONGEST_CELL) {
                return CellEnd.TOO_LONG;
            }
        }
        cellEnd = at - start;
        return CellEnd.LINE;
    }

    private CellEnd quoted(List<String> cells) throws IOException {
        at++;
        int from = at - start;
        StringBuilder text = null;
        int before = 0;
        while (at < end || fill()) {
            char c = buffer[at];
            if (c == '\n' || c == '\r') {
                endLine();
            } else {
                at++;
            }
            if (c == QUOTE) {
                if (!(at < end || fill()) || buffer[at] != QUOTE) {
                    String value = text(from, at - start - 1);
                    return behindQuote(
                            cells, text == null ? value : text.append(value).toString());
                }
                text = text == null ? new StringBuilder() : text;
                text.append(text(from, at - start));
                at++;
                from = at - start;
                before = text.length();
            }
            if (before + at - start - from > LONGEST_CELL) {
                break;
            }
        }
        return CellEnd.UNCLOSED;
    }

    private CellEnd behindQuote(List<String> cells, String value) throws IOException {
        int from = at - start;
        CellEnd how = plain();
        if (how == CellEnd.TOO_LONG) {
            return how;
        }
        String behind = text(from, cellEnd);
        if (!behind.isBlank() && (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0)) {
            return CellEnd.UNCLOSED;
        }
        if (!behind.isBlank()) {
            flaws.add(new Flaw(
                    cells.size(),
                    Flaw.Kind.BEHIND_QUOTE,
                    "text stands behind the closing quote: " + Quoted.of(behind)));
        }
        cells.add(behind.isBlank() ? value : value + behind);
        return how;
    }

    /// Goes behind LF, CR or CR LF.
    private void endLine() throws IOException {
        boolean carriage = buffer[at] == '\r';
        at++;
        if (carriage && (at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
        line++;
    }

    /// Reads on; what of the buffer lies before the row is given up.
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            passed += start;
            at -= start;
            end -= start;
            start = 0;
        }
        if (buffer.length - end < 2) {
            buffer = Arrays.copyOf(buffer, Math.max(64, buffer.length * 2));
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            ended = true;
            return false;
        }
        end += read;
        return true;
    }
}
