package dev.ward.assessment;

import java.util.UUID;

public record ControlId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ControlId of(String text) {
        return new ControlId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
