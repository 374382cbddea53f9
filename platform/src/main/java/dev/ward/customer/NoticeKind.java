package dev.ward.customer;

import dev.ward.web.Worded;

/// A kind of notice to which a person can agree.
public enum NoticeKind implements Worded {
    ADVISORY("Advisories"),
    SECURITY_NOTICE("Security notices"),
    FIELD_ACTION("Field actions"),
    LIFECYCLE("Lifecycle and end of support"),
    NEWSLETTER("Newsletter");

    private final String title;

    NoticeKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
