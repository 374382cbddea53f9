package dev.ward.handling;

import dev.ward.web.Worded;

/// Why a signal leads to no case.
public enum Disposition implements Worded {
    NOT_A_VULNERABILITY("Not a vulnerability"),
    DUPLICATE("Duplicate"),
    NOT_OUR_PRODUCT("Not our product"),
    NO_ACTION("No action");

    private final String title;

    Disposition(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
