package dev.ward.customer;

import java.util.UUID;

public record ContactId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
