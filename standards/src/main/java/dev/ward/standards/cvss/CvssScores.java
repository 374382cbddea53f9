package dev.ward.standards.cvss;

import org.jspecify.annotations.Nullable;

/// The scores of one vector, each 0.0 to 10.0 with one decimal.
///
/// @param base           of the base metrics alone
/// @param temporal       of base and temporal (4.0: threat) metrics; null when the vector defines none of the latter
/// @param environmental  of all metrics; null when the vector defines no environmental one
/// @param overall        the score of all metrics that the vector defines
/// @param nomenclature   `CVSS-B`, `CVSS-BT`, `CVSS-BE` or `CVSS-BTE`; null before 4.0, which had no such names
///
/// Source: CVSS v2.0, 3.2; CVSS v3.1, 7; CVSS v4.0, 1 and 8.
public record CvssScores(
        double base,
        @Nullable Double temporal,
        @Nullable Double environmental,
        double overall,
        @Nullable String nomenclature) {}
