package dev.ward.table;

import dev.ward.database.CopyRows;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Gathers what is said of rows: all that is refused, and of warnings of one rule the first ones.
public final class NoteTaker<R extends Enum<R> & RowRule> implements Consumer<RowNote<R>> {

    private static final int COLUMNS = 8;

    private final String table;
    private final UUID importId;
    private final Map<R, Long> counts;
    private CopyRows rows;

    NoteTaker(String table, Class<R> rules, UUID importId) {
        this.table = table + " (import_id, refused, line, rule, field, heading, value, reason)";
        this.importId = importId;
        this.counts = new EnumMap<>(rules);
        this.rows = new CopyRows(this.table, COLUMNS);
    }

    @Override
    public void accept(RowNote<R> note) {
        long count = counts.merge(note.rule(), 1L, Long::sum);
        if (note.rule().refuses() || count <= RowNotes.MOST_WARNINGS) {
            rows.row()
                    .uuid(importId)
                    .truth(note.rule().refuses())
                    .bigint(note.line())
                    .text(note.rule().word())
                    .text(note.field())
                    .text(note.column())
                    .text(RowNotes.shortened(note.value()))
                    .text(note.reason());
        }
    }

    /// How often each rule was broken.
    public Map<R, Long> counts() {
        return counts;
    }

    /// How many warnings there were.
    public long warned() {
        return counts.entrySet().stream()
                .filter(one -> !one.getKey().refuses())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// What was gathered since the last time.
    public CopyRows take() {
        CopyRows taken = rows;
        rows = new CopyRows(table, COLUMNS);
        return taken;
    }
}
