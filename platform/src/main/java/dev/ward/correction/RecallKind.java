package dev.ward.correction;

import dev.ward.web.Worded;

/// What can be entered of a recall.
///
/// Source: 21 CFR 7.46, 7.53, 7.55.
public enum RecallKind implements Worded {
    NUMBER("Recall number"),
    CLASS("Class"),
    CONTACT("FDA center or division that is in touch"),
    INITIATED("Initiated"),
    INTERVAL("Weeks between status reports, as agreed"),
    STATUS("Status report"),
    TERMINATION_REQUESTED("Termination requested"),
    TERMINATED("Terminated");

    private final String title;

    RecallKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether it happened on a day; else it says something.
    public boolean isDated() {
        return switch (this) {
            case INITIATED, STATUS, TERMINATION_REQUESTED, TERMINATED -> true;
            case NUMBER, CLASS, CONTACT, INTERVAL -> false;
        };
    }
}
