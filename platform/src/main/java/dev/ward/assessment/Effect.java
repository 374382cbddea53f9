package dev.ward.assessment;

import dev.ward.web.Worded;

/// What a control may change for those who use a device, as it was asked before options were weighed.
///
/// Source: AdvaMed, Medical Device Cybersecurity Principles, 1b; FDA Postmarket Management (2016), VI and VII.
public enum Effect implements Worded {
    ESSENTIAL_PERFORMANCE("Essential performance"),
    EMERGENCY_ACCESS("Access in an emergency"),
    ALARMS("Alarms"),
    OFFLINE("Use without a network"),
    RESOURCES("Energy, memory and processing"),
    WORKLOAD("Workload of those who use it");

    private final String title;

    Effect(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
