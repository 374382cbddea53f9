package dev.ward.assessment;

import java.util.UUID;

public record VexId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static VexId of(String text) {
        return new VexId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
