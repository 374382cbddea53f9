package dev.ward.assessment;

/// @param rule      of the policy, by its name
/// @param findings  that the disposition decides now
public record ScreenedCount(ScreeningId screening, String rule, Verdict verdict, long findings) {}
