package dev.ward.standards.advisory;

/// The probability that exploitation of a CVE is observed in the next 30 days.
///
/// @param probability  0 to 1
/// @param percentile   0 to 1
/// @param date         when it was scored, as the file states it (`2026-01-30T12:55:00Z`)
/// @param model        the model's version, `v2025.03.14`
///
/// Source: FIRST EPSS.
public record EpssScore(String cve, double probability, double percentile, String date, String model) {}
