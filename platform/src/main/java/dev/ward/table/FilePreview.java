package dev.ward.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How a file was read, and its first rows.
public record FilePreview(TableForm form, List<String> headings, List<List<String>> rows) {

    private static final int ROWS = 8;
    private static final int LONGEST_CELL = 80;
    private static final int MOST_COLUMNS = 200;

    public static FilePreview of(Table table) throws IOException, UnreadableTable {
        if (table.headings().size() > MOST_COLUMNS) {
            throw new UnreadableTable("The table has %,d columns, more than the %d that are taken."
                    .formatted(table.headings().size(), MOST_COLUMNS));
        }
        if (String.join("", table.headings()).indexOf('\0') >= 0) {
            throw new UnreadableTable(
                    "The headings hold zero characters: this is no table. Export it as CSV or .xlsx.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Row row = table.next(); row != null && rows.size() < ROWS; row = table.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.headings().size(); i++) {
                cells.add(shortened(row.cell(i)));
            }
            rows.add(List.copyOf(cells));
        }
        return new FilePreview(table.form(), table.headings(), List.copyOf(rows));
    }

    private static String shortened(String cell) {
        String text = cell.replace('\0', '\uFFFD').strip();
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }
}
