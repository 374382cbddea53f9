package dev.ward.assessment;

import java.util.UUID;

public record ScreeningId(UUID value) {

    /// @throws IllegalArgumentException  when it is none
    public static ScreeningId of(String text) {
        return new ScreeningId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
