package dev.ward.assessment;

import dev.ward.web.Worded;

/// What a vulnerability can do to the privacy of people. It has clocks of its own, and never moves the decision on
/// patient harm.
///
/// Source: FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), IV (patient harm).
public enum PrivacyHarm implements Worded {
    NONE("None"),
    FEW("Data of fewer than 500 people"),
    MANY("Data of 500 people or more"),
    UNKNOWN("Not known");

    private final String title;

    PrivacyHarm(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
