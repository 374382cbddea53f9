package dev.ward.standards.input;

/// Thrown when an input as a whole is not what it should be, or stops being so half-way; what was told before
/// remains.
public final class UnreadableInput extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Unread unread;

    public UnreadableInput(Unread unread) {
        super(unread.toString());
        this.unread = unread;
    }

    public Unread unread() {
        return unread;
    }
}
