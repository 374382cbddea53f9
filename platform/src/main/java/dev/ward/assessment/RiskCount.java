package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;

/// How many vulnerabilities of products stand in a cell of the matrix, by their newest decision.
///
/// @param outdated  of these, how many are to be decided anew
public record RiskCount(
        Exploitability exploitability, HarmSeverity harm, Verdict verdict, long decisions, long outdated) {}
