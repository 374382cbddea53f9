package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Gathers what is said of rows: all that is refused, and of warnings of one rule the first ones.
final class Notes implements Consumer<RowNote> {

    /// As far as a person reads on; all are counted.
    static final int MOST_WARNINGS = 1_000;

    static final int LONGEST_VALUE = 200;
    static final String TABLE = "device.import_note (import_id, refused, line, rule, heading, value, reason)";

    private final UUID importId;
    private final Map<Rule, Long> counts = new EnumMap<>(Rule.class);
    private CopyRows rows = new CopyRows(TABLE, 7);

    Notes(UUID importId) {
        this.importId = importId;
    }

    @Override
    public void accept(RowNote note) {
        long count = counts.merge(note.rule(), 1L, Long::sum);
        if (note.rule().refuses() || count <= MOST_WARNINGS) {
            rows.row()
                    .uuid(importId)
                    .truth(note.rule().refuses())
                    .bigint(note.line())
                    .text(note.rule().word())
                    .text(note.column())
                    .text(shortened(note.value()))
                    .text(note.reason());
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    Map<Rule, Long> counts() {
        return counts;
    }

    /// What was gathered since the last time.
    CopyRows take() {
        CopyRows taken = rows;
        rows = new CopyRows(TABLE, 7);
        return taken;
    }
}
