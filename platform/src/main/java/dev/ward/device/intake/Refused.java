package dev.ward.device.intake;

/// A name that means nothing, or too much; cheap to throw.
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RowNote note;

    Refused(RowNote note) {
        super(note.reason(), null, false, false);
        this.note = note;
    }

    RowNote note() {
        return note;
    }
}
