package dev.ward.handling;

import java.util.UUID;

public record SignalId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static SignalId of(String text) {
        return new SignalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
