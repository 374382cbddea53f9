package dev.ward.regulation;

import dev.ward.clock.DeadlineState;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is due for a case.
///
/// @param id        of its deadline
/// @param lastDay   in `zone`; null for a clock of hours
/// @param endsAt    the last instant of a clock of hours; else the first after its last day
/// @param overAt    the first instant that is too late
/// @param startedBy in words, and when as it was written
/// @param missing   names of evidence that would stop it
/// @param told      how many of its warnings were told
/// @param warnings  how many it has
/// @param late      how late it was told that it is over, in words; null when that was in time, or it
///                  is not over
public record Obligation(
        UUID id,
        String clock,
        String name,
        String authority,
        String binding,
        @Nullable LocalDate lastDay,
        String zone,
        Instant endsAt,
        Instant overAt,
        DeadlineState state,
        String startedBy,
        List<String> missing,
        CaseNumber number,
        String title,
        @Nullable AccountId owner,
        int told,
        int warnings,
        @Nullable String late) {

    public Obligation {
        missing = List.copyOf(missing);
    }

    /// The day on which it ends, in `zone`.
    public LocalDate day() {
        return lastDay == null ? endsAt.atZone(ZoneId.of(zone)).toLocalDate() : lastDay;
    }

    /// Whether it is due only if the discretion that is relied on is lost.
    boolean isReliedOn() {
        return state == DeadlineState.RELIED_ON;
    }

    /// What is to be done, in words; that nothing is, while discretion holds.
    public String doing() {
        String deeds = String.join(", ", missing.stream().map(ClockWords::deed).toList());
        return isReliedOn() ? "none is due while discretion holds; if it is lost: " + deeds : deeds;
    }
}
