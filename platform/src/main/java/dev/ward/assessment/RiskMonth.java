package dev.ward.assessment;

import java.time.YearMonth;

/// How the risk stood at the end of a month, or stands today in the present one.
///
/// @param uncontrolled  vulnerabilities of products whose newest decision was that
/// @param controlled    the same
/// @param decided       decisions that were taken within the month
public record RiskMonth(YearMonth month, long uncontrolled, long controlled, long decided) {}
