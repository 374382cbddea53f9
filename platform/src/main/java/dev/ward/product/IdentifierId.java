package dev.ward.product;

import java.util.UUID;

public record IdentifierId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static IdentifierId of(String text) {
        return new IdentifierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
