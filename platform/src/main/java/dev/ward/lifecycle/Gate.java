package dev.ward.lifecycle;

import java.util.Locale;
import java.util.Optional;

/// Where somebody looks whether everything is there, before a release goes on in its life.
public enum Gate {
    CONCEPT("Concept"),
    DESIGN("Design"),
    SUBMISSION("Submission"),
    RELEASE("Release"),
    LIMITED_SUPPORT("Limited support"),
    END_OF_SUPPORT("End of support"),
    DECOMMISSION("Decommission");

    private final String title;

    Gate(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// As it stands in the database, in addresses and in the API: `limited-support`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Gate> of(String word) {
        for (Gate gate : values()) {
            if (gate.word().equals(word)) {
                return Optional.of(gate);
            }
        }
        return Optional.empty();
    }
}
