package dev.ward.product;

import java.util.UUID;

public record ModelId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ModelId of(String text) {
        return new ModelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
