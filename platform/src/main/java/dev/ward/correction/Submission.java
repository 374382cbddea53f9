package dev.ward.correction;

import dev.ward.web.Worded;

/// What a change may need before it is distributed.
///
/// Source: 21 CFR 807.81(a)(3), 814.39.
public enum Submission implements Worded {
    PREMARKET_NOTIFICATION("510(k)"),
    PMA_SUPPLEMENT("PMA supplement"),
    THIRTY_DAY_NOTICE("30-day notice"),
    OTHER("Another submission");

    private final String title;

    Submission(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
