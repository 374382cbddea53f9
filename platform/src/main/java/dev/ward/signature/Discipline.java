package dev.ward.signature;

import dev.ward.identity.Competence;
import dev.ward.identity.Permission;
import dev.ward.web.Worded;

/// A side from which something is decided: security and clinical safety, never one person for both.
public enum Discipline implements Worded {
    SECURITY("Security"),
    CLINICAL_SAFETY("Clinical safety");

    private final String title;

    Discipline(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Without which nobody signs for it.
    public Permission permission() {
        return this == SECURITY ? Permission.EXPLOITABILITY_SIGN : Permission.HARM_SIGN;
    }

    /// In what somebody is qualified who signs for it.
    public Competence competence() {
        return this == SECURITY ? Competence.SECURITY : Competence.CLINICAL_SAFETY;
    }
}
