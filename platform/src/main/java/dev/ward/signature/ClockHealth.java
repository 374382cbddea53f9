package dev.ward.signature;

import dev.ward.web.Worded;

/// What is known of a clock at an instant.
public enum ClockHealth implements Worded {
    NOT_CHECKED("Not checked"),
    NO_ANSWER("No answer"),
    AGREES("Agrees"),
    DIFFERS("Differs");

    private final String title;

    ClockHealth(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
