package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question that is kept, with what may be said meanwhile.
///
/// @param statement  what people may say to who asks, until more is known; null when there is none yet
/// @param ofCase     the case that it has become; null before
public record Inquiry(
        InquiryId id,
        String title,
        InquiryQuestion question,
        @Nullable String statement,
        @Nullable CaseNumber ofCase,
        int revision,
        Instant asked,
        String by) {}
