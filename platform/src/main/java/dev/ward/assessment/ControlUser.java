package dev.ward.assessment;

import dev.ward.web.Worded;

/// Who carries a compensating control out.
public enum ControlUser implements Worded {
    CLINICIAN("Clinicians"),
    PATIENT("Patients and those who care for them"),
    BIOMEDICAL("Biomedical engineers"),
    HOSPITAL_IT("IT of the hospital"),
    SERVICE("Service technicians");

    private final String title;

    ControlUser(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
