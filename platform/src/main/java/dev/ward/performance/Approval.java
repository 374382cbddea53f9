package dev.ward.performance;

import dev.ward.identity.Reauthenticated;
import java.time.Instant;

/// Who approved a version, as what, when, and over which content. It was done with a re-entered password, and is shown
/// so
/// for ever: it is no electronic signature, and never becomes one.
///
/// @param accountId  of the person
/// @param name       of the person, as it was
/// @param role       of the person, as it was: "Clinical safety"
/// @param sha256     of the version's canonical content
///
/// Source: 21 CFR Part 11, 11.50 (what a signature would show besides).
public record Approval(String accountId, String name, String role, Instant at, String sha256) {

    /// Stands beside each approval, wherever it is shown.
    public static final String LABEL = "approved " + Reauthenticated.LABEL;
}
