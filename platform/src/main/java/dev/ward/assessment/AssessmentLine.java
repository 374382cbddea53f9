package dev.ward.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An assessment in a list.
///
/// @param number     the order in which they were opened
/// @param verdict    of the newest decision; null when there is none
/// @param privacy    what is answered of it now, apart from harm to patients; null while nothing is
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
        @Nullable PrivacyHarm privacy,
        @Nullable LocalDate reassessBy,
        long releases,
        @Nullable String because,
        Instant changed) {}
