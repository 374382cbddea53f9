package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.standards.cvss.SeverityRating;

/// What makes a scan end with exit code 1.
///
/// A known exploited vulnerability counts on every level. So does one that nobody has rated: unknown never
/// improves an
/// outcome. Candidates by name do not count before a person has confirmed them.
public enum FailOn {
    LOW(SeverityRating.LOW),
    MEDIUM(SeverityRating.MEDIUM),
    HIGH(SeverityRating.HIGH),
    CRITICAL(SeverityRating.CRITICAL),
    KEV(SeverityRating.UNKNOWN);

    private final SeverityRating from;

    FailOn(SeverityRating from) {
        this.from = from;
    }

    boolean isMetBy(Finding finding) {
        if (finding.isCandidate()) {
            return false;
        }
        return isMetBy(finding.vulnerability().rating(), finding.vulnerability().kev() != null);
    }

    /// Whether a finding that is no candidate counts.
    ///
    /// @param exploited  it is in CISA's catalogue of known exploited vulnerabilities
    public boolean isMetBy(SeverityRating rating, boolean exploited) {
        return exploited || (this != KEV && (rating == SeverityRating.UNKNOWN || rating.compareTo(from) >= 0));
    }
}
