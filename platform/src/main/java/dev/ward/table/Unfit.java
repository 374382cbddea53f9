package dev.ward.table;

/// A value that cannot be taken. Cheap to throw, as a file may hold millions.
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// Why it cannot be taken. Each import has a rule of the same name that says what to do.
    public enum Kind {
        INVISIBLE_CHARACTER,
        TOO_LONG,
        MANGLED_NUMBER,
        WRONG_DATE,
        DATE_ORDER,
        FUTURE
    }

    public Unfit(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
