package dev.ward.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table with a row of headings, read from its first row to its last; memory does not grow with it.
public final class Table implements Closeable {

    private final TableForm form;
    private final RowSource rows;
    private final Closeable file;
    private final List<String> headings;

    Table(TableForm form, RowSource rows, Closeable file) throws IOException, UnreadableTable {
        this.form = form;
        this.rows = rows;
        this.file = file;
        this.headings = headings(rows.next());
    }

    private static List<String> headings(@Nullable Row first) throws UnreadableTable {
        if (first == null) {
            throw new UnreadableTable("The table is empty: it has not even a row of headings.");
        }
        if (first.isBroken()) {
            throw new UnreadableTable("The row of headings cannot be read: in line %d %s."
                    .formatted(first.line(), first.flaws().getFirst().words()));
        }
        List<String> cells = first.cells();
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        Map<String, Integer> seen = new HashMap<>();
        List<String> headings = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            String heading =
                    cells.get(i).isBlank() ? "column " + (i + 1) : cells.get(i).strip();
            int times = seen.merge(heading, 1, Integer::sum);
            headings.add(times == 1 ? heading : "%s (%d)".formatted(heading, times));
        }
        return List.copyOf(headings);
    }

    public TableForm form() {
        return form;
    }

    /// Of the columns, each its own.
    public List<String> headings() {
        return headings;
    }

    /// The next row that is not blank; null behind the last.
    public @Nullable Row next() throws IOException, UnreadableTable {
        Row row = rows.next();
        if (row == null || row.cells().size() == headings.size() || row.isBroken()) {
            return row;
        }
        return ragged(row);
    }

    private Row ragged(Row row) {
        List<Flaw> flaws = new ArrayList<>(row.flaws());
        int width = row.cells().size();
        if (width < headings.size()) {
            flaws.add(new Flaw(
                    Flaw.WHOLE,
                    Flaw.Kind.TOO_FEW_CELLS,
                    "the row has %d cells, the headings %d".formatted(width, headings.size())));
        } else if (row.cells().subList(headings.size(), width).stream().anyMatch(cell -> !cell.isBlank())) {
            flaws.add(new Flaw(
                    Flaw.WHOLE,
                    Flaw.Kind.TOO_MANY_CELLS,
                    "the row has %d cells, the headings %d".formatted(width, headings.size())));
        }
        return new Row(row.line(), row.cells(), List.copyOf(flaws));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
