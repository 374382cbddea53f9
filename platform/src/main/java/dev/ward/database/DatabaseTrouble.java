package dev.ward.database;

/// The database cannot be had; the message says what to do, for the person who starts Ward.
public final class DatabaseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseTrouble(String message) {
        super(message);
    }

    public DatabaseTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
