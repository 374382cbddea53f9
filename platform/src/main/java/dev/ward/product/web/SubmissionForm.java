package dev.ward.product.web;

import dev.ward.product.Submission;
import dev.ward.product.SubmissionDraft;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a submission as it is sent.
///
/// @param kind  market and kind: `US 510K`
record SubmissionForm(
        @Nullable String kind,
        @Nullable String number,
        @Nullable String decided,
        @Nullable Integer revision) {

    static Form form(Submission of) {
        return new SubmissionForm(
                        of.market() + " " + of.kind(),
                        Objects.toString(of.number(), ""),
                        Objects.toString(of.decided(), ""),
                        of.revision())
                .form();
    }

    SubmissionDraft draft() {
        String[] parts = Objects.requireNonNullElse(kind, "").split(" ", 2);
        if (parts.length < 2) {
            throw TypedText.refused("kind", "The kind is missing.", "is missing");
        }
        return new SubmissionDraft(SubmissionDraft.kind(parts[0], parts[1]), number, date());
    }

    private @Nullable LocalDate date() {
        try {
            return decided == null || decided.isBlank() ? null : LocalDate.parse(decided.strip());
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "decided",
                    "\"%s\" is not a date such as 2026-11-30.".formatted(decided),
                    "is not a date such as 2026-11-30");
        }
    }

    Form form() {
        return new Form(
                Map.of(
                        "kind", Objects.requireNonNullElse(kind, ""),
                        "number", Objects.requireNonNullElse(number, ""),
                        "decided", Objects.requireNonNullElse(decided, "")),
                Map.of(),
                null,
                seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
