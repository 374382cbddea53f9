package dev.ward.device;

import java.util.UUID;

public record ProductionId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ProductionId of(String text) {
        return new ProductionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
