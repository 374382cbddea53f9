package dev.ward.assessment;

import dev.ward.web.Worded;

/// How far a compensating control is. That it expired follows from its last day.
public enum ControlState implements Worded {
    DRAFT("Draft"),
    ISSUED("Issued"),
    VERIFIED("Verified"),
    EXPIRED("Expired"),
    WITHDRAWN("Withdrawn");

    private final String title;

    ControlState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether users are asked to carry it out.
    public boolean inForce() {
        return this == ISSUED || this == VERIFIED;
    }
}
