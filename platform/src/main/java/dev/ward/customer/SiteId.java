package dev.ward.customer;

import java.util.UUID;

public record SiteId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
