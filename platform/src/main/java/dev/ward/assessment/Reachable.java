package dev.ward.assessment;

import dev.ward.web.Worded;
import org.jspecify.annotations.Nullable;

/// Whether vulnerable code can be reached.
public enum Reachable implements Worded {
    YES("Can be reached"),
    NO("Cannot be reached"),
    UNKNOWN("Not known whether it can be reached");

    private final String title;

    Reachable(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Nullable
    Presence points() {
        return switch (this) {
            case YES -> Presence.PRESENT;
            case NO -> Presence.ABSENT;
            case UNKNOWN -> null;
        };
    }
}
