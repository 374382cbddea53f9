package dev.ward.assessment;

import dev.ward.web.Worded;

/// What became of an option.
public enum OptionChoice implements Worded {
    CHOSEN("Chosen"),
    REJECTED("Rejected"),
    IMPOSSIBLE("Not possible");

    private final String title;

    OptionChoice(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether it was weighed, so that everything is said of it.
    boolean isWeighed() {
        return this != IMPOSSIBLE;
    }
}
