package dev.ward.assessment.screening;

import dev.ward.assessment.Verdict;

/// @param rule      of the policy, by its name
/// @param findings  that the disposition decides now
public record ScreenedCount(ScreeningId screening, String rule, Verdict verdict, long findings) {}
