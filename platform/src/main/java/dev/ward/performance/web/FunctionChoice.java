package dev.ward.performance.web;

import dev.ward.performance.FunctionId;
import dev.ward.web.TypedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The choice of a function in a form: its id, or that there is none.
final class FunctionChoice {

    static final String NONE = "none";

    private FunctionChoice() {}

    /// @return null for `none`
    static @Nullable FunctionId read(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        if (text.isBlank()) {
            throw TypedText.refused("function", "Choose a function, or that none depends on it.", "is missing");
        }
        try {
            return new FunctionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(
                    "function",
                    "\"%s\" is no function. Choose one, or that none depends on it.".formatted(text),
                    "is not chosen");
        }
    }
}
