package dev.ward.device;

import java.util.UUID;

public record ShipmentId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ShipmentId of(String text) {
        return new ShipmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
