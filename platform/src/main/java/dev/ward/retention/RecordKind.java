package dev.ward.retention;

import dev.ward.identity.Permission;
import dev.ward.web.Worded;

/// What is kept, held and purged. The words are those by which the audit trail names it.
public enum RecordKind implements Worded {
    CASE("Case", Permission.CASE_READ, true, true, false),
    SIGNAL("Signal", Permission.SIGNAL_READ, true, true, true),
    DECISION("Decision", Permission.FINDING_READ, true, false, false),
    /// A death, an injury or a malfunction that was entered for a case.
    EVENT("Event", Permission.OBLIGATION_READ, true, false, false),
    /// A change, with what was signed of whether it is reported.
    CHANGE("Change", Permission.OBLIGATION_READ, true, false, false),
    RECALL("Recall", Permission.OBLIGATION_READ, true, false, false),
    /// A correction or removal that was decided before Ward was used.
    PAST_CORRECTION("Past correction", Permission.OBLIGATION_READ, true, false, false),
    CUSTOMER("Customer", Permission.DEVICE_READ, false, true, false),
    CONTACT("Contact", Permission.DEVICE_READ, false, false, true);

    private final String title;
    private final Permission permission;
    private final boolean classed;
    private final boolean held;
    private final boolean purged;

    RecordKind(String title, Permission permission, boolean classed, boolean held, boolean purged) {
        this.title = title;
        this.permission = permission;
        this.classed = classed;
        this.held = held;
        this.purged = purged;
    }

    @Override
    public String title() {
        return title;
    }

    /// What is missing as long as no day is known from which it is kept, as people say it.
    String open() {
        return switch (this) {
            case EVENT -> "nobody knows on which day it happened";
            case CHANGE -> "nothing that was signed of it stands";
            case RECALL -> "it is not terminated";
            case CASE, SIGNAL, DECISION, PAST_CORRECTION, CUSTOMER, CONTACT -> "it is not closed yet";
        };
    }

    /// Without which nobody sees one.
    public Permission permission() {
        return permission;
    }

    /// Whether retention classes say how long it is kept.
    public boolean isClassed() {
        return classed;
    }

    /// Whether a legal hold can be placed on it.
    public boolean isHeld() {
        return held;
    }

    /// Whether something personal can be taken out of it.
    public boolean isPurged() {
        return purged;
    }
}
