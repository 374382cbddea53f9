package dev.ward.product;

import java.util.UUID;

public record ConfigurationId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ConfigurationId of(String text) {
        return new ConfigurationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
