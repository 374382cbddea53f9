package dev.ward.device.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Gathers what is said of the lines of one request, as far as its answer tells it; all are counted.
final class ReportNotes implements Consumer<RowNote> {

    /// Who has more refused lines mends the first and sends all again: what was taken changes nothing then.
    static final int MOST = 10_000;

    private final List<RowNote> refused = new ArrayList<>();
    private final List<RowNote> warnings = new ArrayList<>();
    private long warned;

    @Override
    public void accept(RowNote note) {
        List<RowNote> notes = note.rule().refuses() ? refused : warnings;
        warned += note.rule().refuses() ? 0 : 1;
        if (notes.size() < MOST) {
            String value = note.value();
            notes.add(
                    value.length() <= Notes.LONGEST_VALUE
                            ? note
                            : new RowNote(
                                    note.line(),
                                    note.column(),
                                    value.substring(0, Notes.LONGEST_VALUE) + "…",
                                    note.rule(),
                                    note.reason()));
        }
    }

    /// The first ones, in the order of lines.
    List<RowNote> refused() {
        return sorted(refused);
    }

    List<RowNote> warnings() {
        return sorted(warnings);
    }

    /// How many there are, told or not.
    long warned() {
        return warned;
    }

    private static List<RowNote> sorted(List<RowNote> notes) {
        return notes.stream().sorted(Comparator.comparingLong(RowNote::line)).toList();
    }
}
