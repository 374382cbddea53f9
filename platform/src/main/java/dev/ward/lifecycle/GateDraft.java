package dev.ward.lifecycle;

import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says at a gate.
public final class GateDraft {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_REFERENCE = 300;

    private GateDraft() {}

    /// A requirement that is declared.
    ///
    /// @param reference  the document that shows it
    public record Declaring(String requirement, boolean met, String words, String reference) {

        public Declaring {
            requirement = TypedText.required("requirement", requirement, LONGEST_REFERENCE);
            words = lines("words", words);
            reference = TypedText.required("reference", reference, LONGEST_REFERENCE);
        }
    }

    /// A requirement that may be missing, until a day.
    ///
    /// @param seen     the reason that the signer saw why it is missing; what is signed is that and nothing else
    /// @param expires  the last day on which it holds
    public record Deviating(String requirement, String seen, String reason, LocalDate expires) {

        public Deviating {
            requirement = TypedText.required("requirement", requirement, LONGEST_REFERENCE);
            reason = lines("reason", reason);
            TypedText.checkDate("expires", expires);
        }
    }

    private static String lines(String field, @Nullable String text) {
        String words = TypedText.lines(field, text, LONGEST);
        if (words == null) {
            throw TypedText.refused(field, "The %s is missing.".formatted(field), "is missing");
        }
        return words;
    }
}
