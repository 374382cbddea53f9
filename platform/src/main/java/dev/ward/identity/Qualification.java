package dev.ward.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody may sign for a competence, by education, training or experience that is on record.
///
/// @param basis    the training record or other proof, as the manufacturer names it: "TR-2026-014"
/// @param from     the first day on which it holds, in UTC
/// @param until    the last one; null without an end
/// @param revoked  null while it was not taken back
public record Qualification(
        UUID id,
        AccountId account,
        Competence competence,
        String basis,
        LocalDate from,
        @Nullable LocalDate until,
        Instant grantedAt,
        String grantedBy,
        @Nullable Revoked revoked) {

    public record Revoked(Instant at, String by, String because) {}

    public boolean holdsOn(LocalDate day) {
        return revoked == null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// Whether it holds on the day, or on a later one.
    public boolean holdsFrom(LocalDate day) {
        return revoked == null && (until == null || !day.isAfter(until));
    }

    /// In a few words, why it does not hold on a day on which it does not.
    String whyNotOn(LocalDate day) {
        if (revoked != null) {
            return "%s was revoked on %s".formatted(basis, Days.of(revoked.at()));
        }
        return day.isBefore(from)
                ? "%s holds from %s on".formatted(basis, from)
                : "%s ended with %s".formatted(basis, until);
    }
}
