package dev.ward.customer;

import dev.ward.web.Worded;

/// For what a person at a customer is the one to ask.
public enum ContactRole implements Worded {
    SECURITY("Security"),
    BIOMEDICAL_ENGINEERING("Biomedical engineering"),
    CLINICAL("Clinical"),
    OTHER("Other");

    private final String title;

    ContactRole(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
