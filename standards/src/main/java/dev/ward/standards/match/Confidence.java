package dev.ward.standards.match;

/// How sure a match is, the surest first.
public enum Confidence {
    /// The publisher lists this very version.
    EXACT("exact"),
    /// The version lies in a range that the publisher states.
    RANGE("range"),
    /// The publisher states no bounds: every version is meant.
    ANY_VERSION("any-version"),
    /// It cannot be told: no version, an order that Ward does not know, or a platform that the SBOM does not
    /// state.
    UNDETERMINED("undetermined"),
    /// Only the names agree.
    NAME_ONLY("name-only");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
