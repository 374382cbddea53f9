package dev.ward.clock;

import dev.ward.web.Worded;

/// How a deadline stands.
public enum DeadlineState implements Worded {
    RUNNING("Running"),
    /// Runs, and its end is near.
    WARNING("Soon"),
    OVERDUE("Overdue"),
    /// Stands still; it is due later by as long as it does.
    PAUSED("Paused"),
    /// Nothing is asked while something else holds; it is due at once when that is lost.
    RELIED_ON("Unless relied on"),
    STOPPED("Done"),
    STOPPED_LATE("Done late"),
    /// The fact that started it is gone.
    VOID("No longer runs");

    private final String title;

    DeadlineState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether it warns, and tells when it is over.
    boolean tells() {
        return this == RUNNING || this == WARNING || this == OVERDUE;
    }

    /// Whether something is still to be done for it.
    public boolean isOpen() {
        return this == RUNNING || this == WARNING || this == OVERDUE || this == PAUSED || this == RELIED_ON;
    }
}
