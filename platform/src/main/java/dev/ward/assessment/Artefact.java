package dev.ward.assessment;

import dev.ward.web.Worded;

/// A document of the design that what is done about a vulnerability may make stale.
public enum Artefact implements Worded {
    THREAT_MODEL("Threat model"),
    REQUIREMENTS("Security requirements"),
    TESTS("Tests"),
    SBOM("SBOM"),
    LABELLING("Labelling");

    private final String title;

    Artefact(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
