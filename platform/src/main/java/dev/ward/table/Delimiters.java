package dev.ward.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the delimiter of a text by its first rows.
final class Delimiters {

    static final String KNOWN = ",;\t|";

    private static final int NAMED = "sep=;".length();
    private static final int ROWS = 100;
    /// More columns than these tell no more.
    private static final int COLUMNS = 50;

    private Delimiters() {}

    /// A first line `sep=;`, by which Excel is told, not people.
    ///
    /// @return how many characters it has with the delimiter and without the line's end, which then
    /// begins a blank line; 0 when there is none
    static int named(char[] head, int from, int length) {
        boolean named = length > from + NAMED
                && new String(head, from, NAMED - 1).equalsIgnoreCase("sep=")
                && KNOWN.indexOf(head[from + NAMED - 1]) >= 0
                && (head[from + NAMED] == '\r' || head[from + NAMED] == '\n');
        return named ? NAMED : 0;
    }

    /// The one with which most rows have as many cells as the first, and of these the one with the most
    /// cells; a comma where there is but one column.
    static char find(char[] head, int length) throws IOException, UnreadableTable {
        char found = ',';
        double best = 0;
        for (int i = 0; i < KNOWN.length(); i++) {
            char candidate = KNOWN.charAt(i);
            double score = score(Arrays.copyOf(head, length), length, candidate);
            if (score > best) {
                best = score;
                found = candidate;
            }
        }
        return found;
    }

    private static double score(char[] head, int length, char candidate) throws IOException, UnreadableTable {
        CsvReader reader = new CsvReader(CharInput.END, head, length, 0, candidate);
        List<Integer> widths = new ArrayList<>();
        for (Row row = reader.next(); row != null && widths.size() < ROWS; row = reader.next()) {
            widths.add(row.isBroken() ? 0 : row.cells().size());
        }
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        // The text may end within its last row.
        List<Integer> whole = widths.size() > 2 && widths.size() < ROWS ? widths.subList(0, widths.size() - 1) : widths;
        double alike = whole.stream().filter(whole.getFirst()::equals).count() / (double) whole.size();
        return alike + Math.min(COLUMNS, whole.getFirst()) / (double) COLUMNS / 4;
    }
}
