package dev.ward.performance;

import dev.ward.identity.Reauthenticated;
import java.time.Instant;

/// Who approved a version, as what, when, over which content, and by which means.
///
/// @param accountId  of the person
/// @param name       of the person, as it was
/// @param role       of the person, as it was: "Clinical safety"
/// @param sha256     of the version's canonical content
///
/// Source: 21 CFR 11.50.
public record Approval(String accountId, String name, String role, Instant at, String sha256, Means means) {

    /// How it was done. What was approved before there were signatures is shown so for ever, and never
    /// becomes one.
    public enum Means {
        RE_ENTERED_PASSWORD("approved " + Reauthenticated.LABEL),
        SIGNATURE("signed electronically");

        private final String label;

        Means(String label) {
            this.label = label;
        }

        /// Stands beside each approval, wherever it is shown.
        public String label() {
            return label;
        }
    }
}
