package dev.ward.product;

import java.util.UUID;

public record SubmissionId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static SubmissionId of(String text) {
        return new SubmissionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
