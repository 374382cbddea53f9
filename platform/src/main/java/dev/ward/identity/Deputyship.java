package dev.ward.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That one person stands in for another, in that person's role, on some days.
///
/// @param from     the first day, in UTC
/// @param until    the last one
/// @param valid    whether both accounts are in use, and the absent person still has the role
/// @param endedAt  when it was ended before its last day; null when it was not
public record Deputyship(
        UUID id,
        AccountId absent,
        String absentName,
        AccountId deputy,
        String deputyName,
        String role,
        String roleTitle,
        LocalDate from,
        LocalDate until,
        String reason,
        Instant namedAt,
        String namedBy,
        boolean valid,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    public boolean holdsOn(LocalDate day) {
        return valid && endedAt == null && !day.isBefore(from) && !day.isAfter(until);
    }

    /// Whether there is anything left of it to end.
    public boolean isOpen(LocalDate day) {
        return endedAt == null && !day.isAfter(until);
    }
}
