package dev.ward.device;

import java.util.UUID;

public record DeviceId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static DeviceId of(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
