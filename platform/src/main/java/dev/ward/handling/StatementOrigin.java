package dev.ward.handling;

import dev.ward.web.Worded;

/// How a holding statement came about.
public enum StatementOrigin implements Worded {
    PROPOSED("As the matrix proposed it"),
    CHANGED("Begun with what the matrix proposed, then changed by hand"),
    OWN("Written by hand");

    private final String title;

    StatementOrigin(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
