package dev.ward.product.web;

import dev.ward.product.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submission as the API shows it.
record SubmissionView(
        UUID id,
        UUID release,
        String market,
        String kind,
        String title,
        @Nullable String number,
        @Nullable LocalDate decided,
        int revision,
        Instant changed) {

    static SubmissionView from(Submission of) {
        return new SubmissionView(
                of.id().value(),
                of.release().value(),
                of.market(),
                of.kind(),
                of.title(),
                of.number(),
                of.decided(),
                of.revision(),
                of.changed());
    }
}
