package dev.ward.assessment;

import dev.ward.web.Worded;

/// By what options are compared.
///
/// Source: AdvaMed, Medical Device Cybersecurity Principles, 1b and 1c; FDA Postmarket Management (2016), VII.
public enum Aspect implements Worded {
    ESSENTIAL_PERFORMANCE("Essential performance"),
    EMERGENCY_ACCESS("Access in an emergency"),
    ALARMS("Alarms"),
    OFFLINE("Use without a network"),
    RESOURCES("Energy, memory and processing"),
    WORKLOAD("Workload of those who use it"),
    VALIDATION("Verification and validation that it needs"),
    PREMARKET("Premarket submission that it needs"),
    TIME("Time until it works"),
    REACH("Devices and sites that it reaches");

    private final String title;

    Aspect(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
