package dev.ward.device.web;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// Whole numbers that people type.
final class Numbers {

    private Numbers() {}

    /// @return null when nothing was typed
    /// @throws dev.ward.web.ProblemException  when it is no whole number
    static @Nullable Long typed(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip().replace(",", "").replace(" ", ""));
        } catch (NumberFormatException e) {
            throw TypedText.refused(field, "\"%s\" is not a whole number.".formatted(text), "is not a whole number");
        }
    }

    /// @throws dev.ward.web.ProblemException  when it is missing, or no whole number
    static long required(String field, @Nullable String text) {
        Long number = typed(field, text);
        if (number == null) {
            throw TypedText.refused(field, "The %s is missing.".formatted(field), "is missing");
        }
        return number;
    }
}
