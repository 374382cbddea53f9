package dev.ward.assessment;

import dev.ward.web.Worded;

/// How far an assessment is.
public enum AssessmentState implements Worded {
    OPEN("Open"),
    DECIDED("Decided"),
    OUTDATED("To be decided anew");

    private final String title;

    AssessmentState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
