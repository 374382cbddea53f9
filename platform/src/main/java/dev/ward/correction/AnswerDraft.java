package dev.ward.correction;

import org.jspecify.annotations.Nullable;

/// What is to be signed of a change, unchecked. See [Answers].
///
/// @param outcome  `routine` or `reportable`
/// @param basis    the digest of the basis that was shown
public record AnswerDraft(
        @Nullable String outcome,
        @Nullable String correction,
        @Nullable String correctionReason,
        @Nullable String exemption,
        @Nullable String seriousHarm,
        @Nullable String seriousHarmReason,
        @Nullable String premarket,
        @Nullable String premarketReason,
        @Nullable String submission,
        @Nullable String justification,
        @Nullable String basis) {}
