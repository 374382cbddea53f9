package dev.ward.assessment;

import java.util.UUID;

public record AssessmentId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static AssessmentId of(String text) {
        return new AssessmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
