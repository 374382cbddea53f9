package dev.ward.lifecycle;

import java.util.Collection;
import java.util.Locale;

/// Whether something is there. What is not known passes no gate.
public enum Answer {
    MET("Met"),
    NOT_MET("Not met"),
    UNKNOWN("Unknown");

    private final String title;

    Answer(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All of them together: one that is not met decides, then one that is not known. Nothing at all is met.
    public static Answer all(Collection<Answer> answers) {
        if (answers.contains(NOT_MET)) {
            return NOT_MET;
        }
        return answers.contains(UNKNOWN) ? UNKNOWN : MET;
    }
}
