package dev.ward.product;

import java.util.UUID;

public record ProductId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ProductId of(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
