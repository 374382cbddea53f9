package dev.ward.assessment;

import java.time.LocalDate;
import java.util.UUID;

/// A further release that a decision covers.
///
/// @param release        its id
/// @param name           as people call it: "Infusion pump 2.1"
/// @param components     in which the vulnerability was found there, as in the releases that were
///                       decided
/// @param vulnerability  by name
/// @param version        of the decision
/// @param until          the first day on which it is covered no more
public record CoveredRelease(
        UUID release,
        String name,
        String components,
        String vulnerability,
        AssessmentId assessment,
        int version,
        Verdict verdict,
        LocalDate until) {}
