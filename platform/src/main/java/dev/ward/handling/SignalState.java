package dev.ward.handling;

import dev.ward.web.Worded;

/// How far a signal has come. No signal is ever deleted.
public enum SignalState implements Worded {
    RECEIVED("Received"),
    ACKNOWLEDGED("Acknowledged"),
    TRIAGED("Triaged"),
    JOINED("Joined to a case"),
    DISPOSITIONED("Dispositioned");

    private final String title;

    SignalState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether somebody still has to say what becomes of it.
    public boolean waits() {
        return this != JOINED && this != DISPOSITIONED;
    }
}
