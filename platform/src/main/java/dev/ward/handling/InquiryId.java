package dev.ward.handling;

import java.util.UUID;

public record InquiryId(UUID value) {

    /// @throws IllegalArgumentException  when the text is no UUID
    public static InquiryId of(String text) {
        return new InquiryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
