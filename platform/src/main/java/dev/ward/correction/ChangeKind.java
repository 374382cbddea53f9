package dev.ward.correction;

import dev.ward.web.Worded;

/// What is changed.
public enum ChangeKind implements Worded {
    SOFTWARE_UPDATE("Software update or patch"),
    LABELLING("Labelling"),
    INSTRUCTIONS("Instructions for use"),
    COMPENSATING_CONTROL("Compensating control");

    private final String title;

    ChangeKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
