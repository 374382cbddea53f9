package dev.ward.standards.udi;

/// Why a text is no UDI. Cheap to throw, since an import may hold many.
final class UdiFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    /// @param message   one or more plain sentences with the offending text in quotes
    /// @param position  of the offending character in the text, from 0; the text's length when something is missing
    UdiFault(String message, int position) {
        super(message, null, false, false);
        this.position = position;
    }

    int position() {
        return position;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
