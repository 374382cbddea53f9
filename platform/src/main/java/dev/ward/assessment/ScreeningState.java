package dev.ward.assessment;

import dev.ward.web.Worded;

/// Where a disposition in bulk is in its life.
public enum ScreeningState implements Worded {
    PREPARED("Prepared"),
    SIGNED("Signed"),
    WITHDRAWN("Withdrawn"),
    DROPPED("Dropped");

    private final String title;

    ScreeningState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
