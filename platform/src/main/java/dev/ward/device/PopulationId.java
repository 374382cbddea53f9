package dev.ward.device;

import java.util.UUID;

public record PopulationId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static PopulationId of(String text) {
        return new PopulationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
