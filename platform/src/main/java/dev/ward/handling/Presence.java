package dev.ward.handling;

import dev.ward.web.Worded;

/// Whether a release holds what was asked for. Unknown never counts as absent.
public enum Presence implements Worded {
    PRESENT("Present"),
    POSSIBLE("Perhaps: a version cannot be compared"),
    UNKNOWN("Unknown: no SBOM"),
    ABSENT("Absent"),
    UNTOLD("Unknown: nothing in its SBOM has this hash");

    private final String title;

    Presence(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
