package dev.ward.customer;

import dev.ward.web.Worded;

/// A way by which a person wants to be told.
public enum Channel implements Worded {
    EMAIL("E-mail"),
    PHONE("Phone"),
    LETTER("Letter"),
    PORTAL("Portal");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
