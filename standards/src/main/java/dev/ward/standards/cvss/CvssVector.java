package dev.ward.standards.cvss;

import dev.ward.standards.input.Quoted;
import java.util.Optional;

/// A CVSS vector of version 2.0, 3.0, 3.1 or 4.0, checked and scored.
///
/// @param version  `2.0`, `3.0`, `3.1` or `4.0`
/// @param vector   as published
/// @param score    the score that the vector's metrics amount to (base, threat or temporal, environmental), 0.0 to 10.0
///
/// Source: CVSS v2.0, 2.4; CVSS v3.1, 6; CVSS v4.0, 7.
public record CvssVector(String version, String vector, double score) {

    public CvssVector {
        if (!CvssVersion.hasLabel(version)) {
            throw new IllegalArgumentException("not a version of CVSS: " + Quoted.of(version));
        }
        if (!(score >= 0.0 && score <= 10.0)) {
            throw new IllegalArgumentException("not a CVSS score: \"%s\"".formatted(score));
        }
    }

    /// Reads a vector. One of version 2.0 may stand in parentheses. Metrics may stand in any order, but not in 4.0.
    ///
    /// @throws IllegalArgumentException with the vector and the offending metric in quotes
    public static CvssVector parse(String text) {
        MetricValues metrics = VectorReader.read(text);
        return new CvssVector(metrics.version().label(), text, scores(metrics).overall());
    }

    /// Reads a vector; empty where `parse` would refuse it.
    public static Optional<CvssVector> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The scores of each group of metrics.
    public CvssScores scores() {
        return scores(VectorReader.read(vector));
    }

    private static CvssScores scores(MetricValues metrics) {
        return switch (metrics.version()) {
            case V2_0 -> Cvss2Equations.scores(metrics);
            case V3_0, V3_1 -> Cvss3Equations.scores(metrics);
            case V4_0 -> Cvss4Interpolation.scores(metrics);
        };
    }

    /// The rating of the score. CVSS 2.0 has none of its own; on the NVD's scale for it, `HIGH` is the highest.
    public SeverityRating rating() {
        SeverityRating rating = SeverityRating.ofScore(score);
        return version.equals("2.0") && rating == SeverityRating.CRITICAL ? SeverityRating.HIGH : rating;
    }
}
