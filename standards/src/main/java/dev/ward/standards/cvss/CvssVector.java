package dev.ward.standards.cvss;

/// A CVSS vector of version 2.0, 3.0, 3.1 or 4.0, checked and scored.
///
/// @param version  `2.0`, `3.0`, `3.1` or `4.0`
/// @param vector   as published
/// @param score    the score that the vector's metrics amount to (base, threat or temporal, environmental), 0.0 to 10.0
public record CvssVector(String version, String vector, double score) {

    public static CvssVector parse(String text) {
        throw new UnsupportedOperationException(text);
    }
}
