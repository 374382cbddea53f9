package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
/// One condition of a VERS: a comparator and a version.
///
/// @param version  as its publisher wrote it, not percent-encoded: 1 to 1,000 characters of printable ASCII or spaces
///
/// Source: VERS, 5.3.3.1 and 5.3.3.2.

public record VersConstraint(Comparator comparator, String version) {

    /// Longer ones stand in no real range, and would let a hostile one cost far more time than it has characters.
    public static final int LONGEST_VERSION = 1_000;

    private static final String ENCODED = "%<>=!*| ";

    /// How a version must stand to the constraint's version; a version alone, without a comparator, must be equal.
    public enum Comparator {
        EQUAL("", true),
        NOT_EQUAL("!=", false),
        LESS("<", false),
        LESS_OR_EQUAL("<=", true),
        GREATER(">", false),
        GREATER_OR_EQUAL(">=", true);

        private final String sign;
        private final boolean includesItsVersion;

        Comparator(String sign, boolean includesItsVersion) {
            this.sign = sign;
            this.includesItsVersion = includesItsVersion;
        }

        public String sign() {
            return sign;
        }

        public boolean includesItsVersion() {
            return includesItsVersion;
        }

        public boolean opens() {
            return this == GREATER || this == GREATER_OR_EQUAL;
        }

        public boolean closes() {
            return this == LESS || this == LESS_OR_EQUAL;
        }
    }

    public VersConstraint {
        if (version.isEmpty()) {
            throw new IllegalArgumentException("constraint \"%s\" has no version".formatted(comparator.sign()));
        }
        if (version.length() > LONGEST_VERSION) {
            throw new IllegalArgumentException(
                    "version %s is longer than 1,000 characters".formatted(Quoted.of(version)));
        }
        if (version.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("version %s is not printable ASCII".formatted(Quoted.of(version)));
        }
    }

    /// The constraint as it stands in a VERS, percent-encoded where the notation demands it.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(comparator.sign());
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (ENCODED.indexOf(c) >= 0) {
                text.append("%%%02X".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
