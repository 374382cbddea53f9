package dev.ward.correction;

import org.jspecify.annotations.Nullable;

/// What somebody answers of a change before they sign what it is. Each answer has its reason.
///
/// @param correction     whether it is a correction or removal at all
/// @param exemption      null when none is claimed
/// @param seriousHarm    whether there is a reasonable probability of serious adverse health
///                       consequences or death
/// @param premarket      whether it needs a submission before it is distributed
/// @param submission     which; null when none is needed, or nobody knows
/// @param justification  why nothing is reported; null when something is
public record Answers(
        Said correction,
        String correctionReason,
        @Nullable Exemption exemption,
        Said seriousHarm,
        String seriousHarmReason,
        Said premarket,
        String premarketReason,
        @Nullable Submission submission,
        @Nullable String justification) {}
