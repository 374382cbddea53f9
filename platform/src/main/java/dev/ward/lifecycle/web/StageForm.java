package dev.ward.lifecycle.web;

import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Stage;
import dev.ward.lifecycle.StageDraft;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a form or a body says of a stage.
///
/// @param model  of which model it is said; empty for the product as a whole, and for a release
record StageForm(
        @Nullable String model,
        @Nullable String market,
        @Nullable String stage,
        @Nullable String announced,
        @Nullable String effective,
        @Nullable String reason) {

    /// @throws ProblemException  when a field is not what it should be
    StageDraft draft() {
        String word = Objects.requireNonNullElse(stage, "");
        return new StageDraft(
                market == null || market.isBlank() ? Market.ALL : market.strip(),
                Stage.of(word)
                        .orElseThrow(() -> TypedText.refused(
                                "stage", "There is no stage \"%s\".".formatted(word), "is not a stage")),
                date("announced", announced),
                date("effective", effective),
                Objects.requireNonNullElse(reason, ""));
    }

    static @Nullable LocalDate date(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is not a date such as 2026-11-30.".formatted(text),
                    "is not a date such as 2026-11-30");
        }
    }
}
