package dev.ward.assessment;

import dev.ward.web.Worded;

/// Yes, no, or nobody knows; what nobody knows never improves an outcome.
public enum Known implements Worded {
    YES("Yes"),
    NO("No"),
    UNKNOWN("Not known");

    private final String title;

    Known(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
