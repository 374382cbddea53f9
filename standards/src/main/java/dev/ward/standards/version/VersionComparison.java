package dev.ward.standards.version;

/// How one version stands to another.
///
/// `UNDETERMINED` is an answer: at least one of the two is no version of the scheme. It never means "not affected".
public enum VersionComparison {
    LESS("<"),
    EQUAL("="),
    GREATER(">"),
    UNDETERMINED("?");

    private final String sign;

    VersionComparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /// @param order  negative, zero or positive, as a comparator answers
    public static VersionComparison of(int order) {
        return order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
    }
}
