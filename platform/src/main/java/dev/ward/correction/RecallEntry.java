package dev.ward.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was entered of a recall.
///
/// @param said      null for what happened on a day
/// @param day       null for what has none
/// @param status    null but for a status report
/// @param corrects  the entry that counts no more since; null when it corrects none
public record RecallEntry(
        UUID id,
        RecallKind kind,
        @Nullable String said,
        @Nullable LocalDate day,
        @Nullable Status status,
        @Nullable String note,
        @Nullable UUID corrects,
        Instant entered,
        String by) {

    /// The figures of a status report.
    ///
    /// @param notified    consignees that were told so far
    /// @param responding  of them, those that answered
    /// @param corrected   units
    /// @param returned    units
    /// @param checks      effectiveness checks that were made; null when the report does not say
    ///
    /// Source: 21 CFR 7.53(b).
    public record Status(
            int notified,
            int responding,
            int corrected,
            int returned,
            @Nullable Integer checks) {

        public int silent() {
            return notified - responding;
        }
    }
}
