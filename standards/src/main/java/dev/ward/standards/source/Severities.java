package dev.ward.standards.source;

import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Quoted;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads how severe a record says that its vulnerability is.
public final class Severities {

    private Severities() {}

    /// A CVSS metric as CVE records and the NVD write it: a vector, and beside it what it amounts to.
    ///
    /// The vector decides. Where it cannot be read the stated rating or score does, without a vector.
    ///
    /// @param cvss    the object with `vectorString`, `baseScore`, `baseSeverity`
    /// @param rating  the stated rating where it does not stand in `cvss`; empty: none
    public static Optional<Severity> ofMetric(String source, Field cvss, String rating) {
        Field vector = cvss.at("vectorString");
        Optional<Severity> computed = ofVector(source, vector);
        if (computed.isPresent()) {
            return computed;
        }
        SeverityRating stated = ofWord(rating.isEmpty() ? cvss.text("baseSeverity") : rating);
        OptionalDouble score = cvss.number("baseScore");
        if (stated == SeverityRating.UNKNOWN && score.isPresent()) {
            stated = SeverityRating.ofScore(score.getAsDouble());
        }
        if (!vector.present()) {
            vector.mark("is missing");
        }
        if (stated == SeverityRating.UNKNOWN) {
            cvss.lose("holds no vector, no score and no rating that Ward can read");
            return Optional.empty();
        }
        return Optional.of(new Severity(source, null, stated));
    }

    /// A CVSS vector, or empty when there is none or it cannot be read, which is marked.
    public static Optional<Severity> ofVector(String source, Field vector) {
        String text = vector.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<CvssVector> cvss = CvssVector.tryParse(text);
        if (cvss.isEmpty()) {
            vector.mark("is no CVSS vector: " + Quoted.of(text));
        }
        return cvss.map(it -> new Severity(source, it, rating(it)));
    }

    /// The rating that a word of a source names, in any case; `UNKNOWN` for any other word.
    public static SeverityRating ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "none" -> SeverityRating.NONE;
            case "low", "minor", "negligible" -> SeverityRating.LOW;
            case "medium", "moderate" -> SeverityRating.MEDIUM;
            case "high", "important" -> SeverityRating.HIGH;
            case "critical" -> SeverityRating.CRITICAL;
            default -> SeverityRating.UNKNOWN;
        };
    }

    /// CVSS 2 rates no higher than "high", and zero as "low".
    private static SeverityRating rating(CvssVector cvss) {
        SeverityRating rating = SeverityRating.ofScore(cvss.score());
        if (!cvss.version().equals("2.0")) {
            return rating;
        }
        return switch (rating) {
            case CRITICAL -> SeverityRating.HIGH;
            case NONE -> SeverityRating.LOW;
            case UNKNOWN, LOW, MEDIUM, HIGH -> rating;
        };
    }
}
