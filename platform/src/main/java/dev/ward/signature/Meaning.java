package dev.ward.signature;

import dev.ward.web.Worded;

/// What somebody says by signing.
///
/// Source: 21 CFR 11.50(a)(3).
public enum Meaning implements Worded {
    AUTHORSHIP("Authorship"),
    REVIEW("Review"),
    APPROVAL("Approval"),
    RESPONSIBILITY("Responsibility");

    private final String title;

    Meaning(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
