package dev.ward.regulation;

import dev.ward.regulation.EvidenceEntry.Withdrawal;
import dev.ward.standards.due.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of a set of rules, whether it decides or not.
///
/// @param ruleSet  as it was written
/// @param decides  whether it is in the book in force
/// @param until    the last day on which it decides, where another takes its place then or it ends; null
///                 when none is known
/// @param brought  null when it came with Ward
/// @param unfit    why it does not decide though it is not withdrawn; null when it fits into the book
public record RuleVersion(
        RuleSet ruleSet,
        boolean decides,
        @Nullable LocalDate until,
        @Nullable Brought brought,
        @Nullable String unfit) {

    /// @param withdrawn  null while it is not
    public record Brought(
            long edition,
            String sha256,
            Instant at,
            String by,
            String because,
            @Nullable Withdrawal withdrawn) {}

    /// Whether somebody may still take it back.
    public boolean canBeWithdrawn() {
        return brought != null && brought.withdrawn() == null;
    }

    /// Whether it is no law, and is never asked.
    public boolean isNoLaw() {
        return !ruleSet.status().isAsked();
    }
}
