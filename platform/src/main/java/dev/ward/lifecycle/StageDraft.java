package dev.ward.lifecycle;

import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says of a stage.
///
/// @param market     a code; `*` for all markets
/// @param announced  when customers were told; null when they were not
/// @param effective  null takes the date back, so that what is said more generally holds again
public record StageDraft(
        String market,
        Stage stage,
        @Nullable LocalDate announced,
        @Nullable LocalDate effective,
        String reason) {

    static final int LONGEST_REASON = 2_000;

    public StageDraft {
        TypedText.checkDate("announced", announced);
        TypedText.checkDate("effective", effective);
        if (effective == null && announced != null) {
            throw TypedText.refused(
                    "effective",
                    "What was announced has a date from which on it holds.",
                    "is missing: it was announced");
        }
        String words = TypedText.lines("reason", reason, LONGEST_REASON);
        if (words == null) {
            throw TypedText.refused("reason", "The reason is missing.", "is missing");
        }
        reason = words;
    }
}
