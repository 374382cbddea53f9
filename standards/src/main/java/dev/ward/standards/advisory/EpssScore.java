package dev.ward.standards.advisory;

import org.jspecify.annotations.Nullable;
/// The probability that exploitation of a CVE is observed in the next 30 days.
///
/// @param probability  0 to 1
/// @param percentile   0 to 1; null when the file has no such column
/// @param date         when it was scored, as the file states it (`2026-01-30T12:55:00Z`)
/// @param model        the model's version, `v2025.03.14`
///
/// Source: FIRST EPSS.

public record EpssScore(
        String cve, double probability, @Nullable Double percentile, String date, String model) {}
