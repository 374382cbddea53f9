package dev.ward.standards.rubric;

/// What may be answered.
public enum RubricAnswer {
    YES("Y"),
    /// Yes, to a limited extent; only of what is read, changed or made inaccessible.
    LIMITED("L"),
    NO("N"),
    /// Takes the worse value, and is flagged.
    UNKNOWN("U");

    private final String key;

    RubricAnswer(String key) {
        this.key = key;
    }

    /// As it stands in an extended vector.
    public String key() {
        return key;
    }
}
