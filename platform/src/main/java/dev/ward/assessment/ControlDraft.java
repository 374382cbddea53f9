package dev.ward.assessment;

import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a compensating control asks of those who use a device, and what it does to the risk.
///
/// @param users          who carries it out; another kind of user gets a control of their own
/// @param skill          that they need
/// @param verification   how they see that it works
/// @param effect         on clinical use
/// @param expires        the last day on which it holds
/// @param residual       the vulnerability's risk with it
/// @param residualReason why that is so
/// @param own            the risk that it brings in itself
/// @param ownReason      what it makes worse, and why it is no more than that
///
/// Source: FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), IV and VII.
public record ControlDraft(
        String name,
        ControlUser users,
        String skill,
        String instructions,
        String verification,
        String effect,
        LocalDate expires,
        ControlRisk residual,
        String residualReason,
        ControlRisk own,
        String ownReason) {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST = 4_000;

    public ControlDraft {
        name = TypedText.required("name", name, LONGEST_LINE);
        skill = TypedText.required("skill", skill, LONGEST_LINE);
        instructions = lines("instructions", instructions);
        verification = lines("verification", verification);
        effect = lines("effect", effect);
        TypedText.checkDate("expires", expires);
        residualReason = lines("residualReason", residualReason);
        ownReason = lines("ownReason", ownReason);
    }

    private static String lines(String field, @Nullable String text) {
        String words = Objects.requireNonNullElse(TypedText.lines(field, text, LONGEST), "");
        if (words.isEmpty()) {
            throw TypedText.refused(field, "\"%s\" is missing.".formatted(field), "is missing");
        }
        return words;
    }
}
