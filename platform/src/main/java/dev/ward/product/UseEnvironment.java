package dev.ward.product;

/// Where devices are used. What is done to a device there, and who can reach it, differs from place to place.
///
/// Source: IEC 62366-1, 3.20 (use environment).
public enum UseEnvironment {
    INTENSIVE_CARE("Intensive care"),
    OPERATING_ROOM("Operating room"),
    EMERGENCY_DEPARTMENT("Emergency department"),
    WARD("Ward"),
    OUTPATIENT("Outpatient clinic or practice"),
    LABORATORY("Laboratory"),
    IMAGING("Imaging or radiotherapy"),
    AMBULANCE("Ambulance"),
    TRANSPORT("Transport within and between hospitals"),
    LONG_TERM_CARE("Long-term care"),
    HOME("Home"),
    PUBLIC_SPACE("Public space"),
    WORN("Worn on the body"),
    IMPLANT("Implanted"),
    DATA_CENTRE("Data centre or cloud");

    private final String words;

    UseEnvironment(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
