package dev.ward.assessment;

import dev.ward.web.Worded;

/// Whether somebody who was consulted objects.
public enum Objection implements Worded {
    NONE("No objection"),
    OPEN("Objects"),
    SETTLED("Objected, and it is settled");

    private final String title;

    Objection(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
