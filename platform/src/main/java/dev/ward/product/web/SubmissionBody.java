package dev.ward.product.web;

import dev.ward.product.Submission;
import dev.ward.product.SubmissionDraft;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A submission as it is added and changed.
///
/// @param market  `US`, `EU`, …
/// @param kind    of the market: `510K`, `PMA`, …
record SubmissionBody(
        String market,
        String kind,
        @Nullable String number,
        @Nullable LocalDate decided) {

    static SubmissionBody from(Submission of) {
        return new SubmissionBody(of.market(), of.kind(), of.number(), of.decided());
    }

    SubmissionDraft draft() {
        return new SubmissionDraft(
                SubmissionDraft.kind(Objects.requireNonNullElse(market, ""), Objects.requireNonNullElse(kind, "")),
                number,
                decided);
    }
}
