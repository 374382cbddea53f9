package dev.ward.correction;

import dev.ward.web.Worded;

/// What a change is.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VII; 21 CFR 806.10,
/// 806.20.
public enum Outcome implements Worded {
    ROUTINE("Routine update"),
    REPORTABLE("Reportable correction");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
