package dev.ward.assessment;

import dev.ward.web.Worded;

/// Whether the residual risk of patient harm is acceptable.
///
/// Source: FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), IV and VI.
public enum Verdict implements Worded {
    CONTROLLED("Controlled"),
    UNCONTROLLED("Uncontrolled"),
    NOT_AFFECTED("Not affected");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
