package dev.ward.standards.vex;

/// A format in which VEX is written.
public enum VexFormat {
    CSAF("CSAF"),
    OPENVEX("OpenVEX"),
    CYCLONEDX("CycloneDX");

    private final String title;

    VexFormat(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
