package dev.ward.portal;

import java.util.UUID;

public record ClaimFileId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ClaimFileId of(String text) {
        return new ClaimFileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
