package dev.ward.correction;

import org.jspecify.annotations.Nullable;

/// What is entered of a recall, unchecked.
///
/// @param said      a number, a class, words, or weeks, as the kind has it
/// @param day       on which it happened
/// @param corrects  the id of an entry that counts no more from then on; empty for none
public record RecallDraft(
        @Nullable String kind,
        @Nullable String said,
        @Nullable String day,
        @Nullable String notified,
        @Nullable String responding,
        @Nullable String corrected,
        @Nullable String returned,
        @Nullable String checks,
        @Nullable String note,
        @Nullable String corrects) {}
