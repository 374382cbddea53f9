package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;

/// A vulnerability of a product in a cell of the matrix, by its newest decision.
///
/// @param outdated  whether it is to be decided anew
public record RiskDecision(
        AssessmentId assessment,
        String vulnerability,
        String productName,
        Exploitability exploitability,
        HarmSeverity harm,
        Verdict verdict,
        boolean outdated) {}
