package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question that is kept, with what may be said meanwhile.
///
/// @param statement  null when there is none yet
/// @param nextWord   until when more is told; null when nothing was said of it
/// @param ofCase     the case that it has become; null before
public record Inquiry(
        InquiryId id,
        String title,
        InquiryQuestion question,
        @Nullable HoldingStatement statement,
        @Nullable Instant nextWord,
        @Nullable CaseNumber ofCase,
        int revision,
        Instant asked,
        String by) {}
