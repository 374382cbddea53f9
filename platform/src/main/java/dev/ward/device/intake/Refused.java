package dev.ward.device.intake;

import dev.ward.table.RowNote;

/// A name that means nothing, or too much; cheap to throw.
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RowNote<Rule> note;

    Refused(RowNote<Rule> note) {
        super(note.reason(), null, false, false);
        this.note = note;
    }

    RowNote<Rule> note() {
        return note;
    }
}
