package dev.ward.assessment;

import dev.ward.web.Worded;

/// Whether a vulnerability is in a release.
public enum Presence implements Worded {
    UNDER_INVESTIGATION("Under investigation"),
    PRESENT("Present"),
    ABSENT("Absent"),
    UNDETERMINED("Undetermined");

    private final String title;

    Presence(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether it can be decided upon.
    public boolean isAnswer() {
        return this != UNDER_INVESTIGATION;
    }
}
