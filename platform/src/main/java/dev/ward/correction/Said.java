package dev.ward.correction;

import dev.ward.web.Worded;

/// An answer. What is not determined never counts as the better one.
public enum Said implements Worded {
    UNDETERMINED("Undetermined"),
    YES("Yes"),
    NO("No");

    private final String title;

    Said(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
