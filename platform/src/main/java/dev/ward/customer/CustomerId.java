package dev.ward.customer;

import java.util.UUID;

public record CustomerId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static CustomerId of(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
