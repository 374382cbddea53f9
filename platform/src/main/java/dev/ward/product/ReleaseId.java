package dev.ward.product;

import java.util.UUID;

public record ReleaseId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ReleaseId of(String text) {
        return new ReleaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
