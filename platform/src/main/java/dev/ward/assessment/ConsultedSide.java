package dev.ward.assessment;

import dev.ward.web.Worded;

/// For whom somebody who was consulted speaks.
public enum ConsultedSide implements Worded {
    CLINICIAN("Clinician"),
    HOSPITAL("Hospital"),
    PATIENT("Patients");

    private final String title;

    ConsultedSide(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
