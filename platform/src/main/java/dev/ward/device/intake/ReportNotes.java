package dev.ward.device.intake;

import dev.ward.table.RowNote;
import dev.ward.table.RowNotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Gathers what is said of the lines of one request, as far as its answer tells it; all are counted.
final class ReportNotes implements Consumer<RowNote<Rule>> {

    /// Who has more refused lines mends the first and sends all again: what was taken changes nothing then.
    static final int MOST = 10_000;

    private final List<RowNote<Rule>> refused = new ArrayList<>();
    private final List<RowNote<Rule>> warnings = new ArrayList<>();
    private long warned;

    @Override
    public void accept(RowNote<Rule> note) {
        List<RowNote<Rule>> notes = note.rule().refuses() ? refused : warnings;
        warned += note.rule().refuses() ? 0 : 1;
        if (notes.size() < MOST) {
            notes.add(new RowNote<>(
                    note.line(),
                    note.field(),
                    note.column(),
                    RowNotes.shortened(note.value()),
                    note.rule(),
                    note.reason()));
        }
    }

    /// The first ones, in the order of lines.
    List<RowNote<Rule>> refused() {
        return sorted(refused);
    }

    List<RowNote<Rule>> warnings() {
        return sorted(warnings);
    }

    /// How many there are, told or not.
    long warned() {
        return warned;
    }

    private static List<RowNote<Rule>> sorted(List<RowNote<Rule>> notes) {
        return notes.stream().sorted(Comparator.comparingLong(RowNote::line)).toList();
    }
}
