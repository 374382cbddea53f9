package dev.ward.identity;

import dev.ward.web.Worded;

/// In what somebody can be qualified to sign.
///
/// Source: ISO 13485:2016, 6.2; 21 CFR 11.10(i).
public enum Competence implements Worded {
    SECURITY("Security"),
    CLINICAL_SAFETY("Clinical safety");

    private final String title;

    Competence(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
