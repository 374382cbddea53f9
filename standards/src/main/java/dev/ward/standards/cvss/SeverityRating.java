package dev.ward.standards.cvss;

/// The qualitative severity rating scale, with `UNKNOWN` for what no source has rated: absent is not zero.
///
/// Source: CVSS v3.1 specification, 5; CVSS v4.0 specification, 6.
public enum SeverityRating {
    UNKNOWN,
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /// @param score  0.0 to 10.0
    public static SeverityRating ofScore(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        if (score >= 4.0) {
            return MEDIUM;
        }
        return score > 0.0 ? LOW : NONE;
    }
}
