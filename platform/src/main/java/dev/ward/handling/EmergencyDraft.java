package dev.ward.handling;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// What somebody says who opens a case in an emergency. It is looked at before anything is asked of the
/// case: what is wrong with it tells nothing of any.
///
/// @param because  at least a sentence
public record EmergencyDraft(CaseNumber number, String because) {

    /// "It is an emergency" says less than a reviewer needs.
    static final int SHORTEST_REASON = 20;

    /// @throws dev.ward.web.ProblemException  when the number cannot be one, or the reason is too short
    public static EmergencyDraft of(@Nullable String number, @Nullable String because) {
        CaseNumber typed = number(TypedText.required("number", number, 40));
        String reason = CaseLog.reason(because);
        if (reason.codePointCount(0, reason.length()) < SHORTEST_REASON) {
            throw TypedText.refused(
                    "because",
                    "Say why in a sentence: what happened, and why nobody who is read in can act.",
                    "is shorter than a sentence");
        }
        return new EmergencyDraft(typed, reason);
    }

    private static CaseNumber number(String text) {
        try {
            return CaseNumber.of(text);
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(
                    "number",
                    "\"%s\" is no number of a case such as C-7Q4M-2KX9.".formatted(text),
                    "is no number of a case such as C-7Q4M-2KX9");
        }
    }
}
