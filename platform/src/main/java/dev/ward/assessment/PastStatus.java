package dev.ward.assessment;

import dev.ward.web.Worded;

/// What was said elsewhere of a vulnerability in a release. The words are VEX's.
///
/// Source: CISA, Minimum Requirements for Vulnerability Exploitability eXchange (2023), 3.4.
public enum PastStatus implements Worded {
    AFFECTED("Affected"),
    NOT_AFFECTED("Not affected"),
    FIXED("Fixed"),
    UNDER_INVESTIGATION("Under investigation");

    private final String title;

    PastStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// What whoever assesses may begin with; nobody has decided it here. Fixed is an absence, for which evidence is
    /// asked.
    public Presence presence() {
        return switch (this) {
            case AFFECTED -> Presence.PRESENT;
            case NOT_AFFECTED, FIXED -> Presence.ABSENT;
            case UNDER_INVESTIGATION -> Presence.UNDER_INVESTIGATION;
        };
    }
}
