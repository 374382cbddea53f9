package dev.ward.handling;

import dev.ward.web.Worded;
import java.util.Comparator;

/// Whether a release holds what was asked for. Unknown never counts as absent.
public enum Presence implements Worded {
    PRESENT("Present"),
    POSSIBLE("Perhaps: a version cannot be compared"),
    UNKNOWN("Unknown: no SBOM"),
    ABSENT("Absent"),
    UNTOLD("Unknown: nothing in its SBOM has this hash"),
    UNCOMPARED("Unknown: more components have such a name than were compared");

    /// Absent is last: whatever else a release says is graver.
    static final Comparator<Presence> GRAVEST_FIRST = Comparator.comparingInt(Presence::rank);

    private final String title;

    Presence(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether it can be told neither that a release holds it nor that it does not.
    public boolean unknown() {
        return this == UNKNOWN || this == UNTOLD || this == UNCOMPARED;
    }

    /// What several releases come to: absent alone where all of them are.
    Presence graver(Presence other) {
        return GRAVEST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    private int rank() {
        return this == ABSENT ? values().length : ordinal();
    }
}
