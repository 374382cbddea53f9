package dev.ward.rule;

import dev.ward.web.Worded;

/// Where a version of a set of rules is in its life.
public enum RuleSetState implements Worded {
    DRAFT("Draft"),
    IN_FORCE("In force"),
    SUPERSEDED("Superseded"),
    WITHDRAWN("Withdrawn"),
    /// What Ward brings, where it decides unsigned or waits to be taken over.
    SHIPPED("Shipped with Ward");

    private final String title;

    RuleSetState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
