package dev.ward.standards.match;

/// The rule by which a statement hits a component.
public enum MatchKind {
    /// The package is named, and the version lies in a stated range.
    PURL_RANGE("purl-range"),
    /// The package is named, and the version is listed by itself.
    PURL_EXACT("purl-exact"),
    /// The CPE name fits, and the version lies in a stated range or is the stated one.
    CPE_RANGE("cpe-range"),
    /// The CPE name fits, and every version is meant.
    CPE_ANY("cpe-any"),
    /// Only the vendor's and product's names agree: a candidate.
    NAME("name");

    private final String label;

    MatchKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
