package dev.ward.assessment;

import dev.ward.web.Worded;

/// Where evidence of a presence comes from.
public enum EvidenceKind implements Worded {
    SBOM("SBOM"),
    FINDING("Finding"),
    SUPPLIER("Supplier's VEX"),
    SCREENING("Screening"),
    NOTE("Note at a finding"),
    REACHABILITY("Reachability");

    private final String title;

    EvidenceKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
