package dev.ward.portal;

import java.util.UUID;

public record ClaimId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ClaimId of(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
