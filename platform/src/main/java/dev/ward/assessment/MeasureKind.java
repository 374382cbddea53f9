package dev.ward.assessment;

import dev.ward.web.Worded;

/// What a measure does for an essential function.
///
/// Source: FDA announcement of the draft Postmarket Management guidance (2016); Postmarket Management (2016), V.B.
public enum MeasureKind implements Worded {
    PROTECT("Protect"),
    RESPOND("Respond"),
    RECOVER("Recover");

    private final String title;

    MeasureKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
