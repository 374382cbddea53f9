package dev.ward.job;

/// Ends an attempt, not the job: the database cannot be reached, and the job is begun again when it is back.
final class DatabaseAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseAway(Throwable cause) {
        super("the database cannot be reached", cause);
    }
}
