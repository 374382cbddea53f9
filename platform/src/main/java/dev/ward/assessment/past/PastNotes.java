package dev.ward.assessment.past;

import dev.ward.database.CopyRows;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Gathers what is said of rows: all that is refused, and of warnings of one rule the first ones.
final class PastNotes implements Consumer<PastNote> {

    /// As far as a person reads on.
    static final int MOST_WARNINGS = 1_000;

    private static final int LONGEST_VALUE = 200;
    private static final String TABLE =
            "assessment.past_note (import_id, refused, line, rule, field, heading, value, reason)";
    private static final int COLUMNS = 8;

    private final UUID importId;
    private final Map<PastRule, Long> counts = new EnumMap<>(PastRule.class);
    private CopyRows rows = new CopyRows(TABLE, COLUMNS);

    PastNotes(UUID importId) {
        this.importId = importId;
    }

    @Override
    public void accept(PastNote note) {
        long count = counts.merge(note.rule(), 1L, Long::sum);
        if (note.rule().refuses() || count <= MOST_WARNINGS) {
            String value = note.value();
            rows.row()
                    .uuid(importId)
                    .truth(note.rule().refuses())
                    .bigint(note.line())
                    .text(note.rule().word())
                    .text(note.field())
                    .text(note.heading())
                    .text(value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…")
                    .text(note.reason());
        }
    }

    long warned() {
        return counts.entrySet().stream()
                .filter(one -> !one.getKey().refuses())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// What was gathered since the last time.
    CopyRows take() {
        CopyRows taken = rows;
        rows = new CopyRows(TABLE, COLUMNS);
        return taken;
    }
}
