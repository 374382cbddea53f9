package dev.ward.product;

/// How a configuration stands.
public enum ConfigurationStatus {
    PLANNED("Planned"),
    RELEASED("Released"),
    WITHDRAWN("Withdrawn");

    private final String words;

    ConfigurationStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
