package dev.ward.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An assessment in a list.
///
/// @param number     the order in which they were opened
/// @param verdict    of the newest decision; null when there is none
/// @param releases   in how many it counts as present
/// @param because    why it is to be decided anew; null when it is not
public record AssessmentLine(
        long number,
        AssessmentId id,
        String vulnerability,
        String productName,
        AssessmentState state,
        @Nullable Verdict verdict,
        @Nullable Exploitability exploitability,
        @Nullable String harm,
        @Nullable LocalDate reassessBy,
        long releases,
        @Nullable String because,
        Instant changed) {}
