package dev.ward.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deadline as its owner found it.
///
/// @param key        which of the owner's it is; the same key is the same deadline
/// @param clock      as results name it, `FDA-CUST-30`
/// @param binding    `law`, `guidance` or `own`
/// @param startedBy  in words
/// @param lastDay    in `zone`; null for a clock of hours
/// @param endsAt     the last instant of a clock of hours; else the first after its last day
/// @param warnsAt    the earliest first
/// @param stopped    when it was done, as it was written; null while it was not
/// @param missing    what is to be done to stop it
/// @param steps      the arithmetic
public record DeadlineDraft(
        String key,
        String clock,
        String name,
        String ruleSet,
        String authority,
        String binding,
        String startedBy,
        String startText,
        Instant startAt,
        @Nullable LocalDate lastDay,
        String zone,
        Instant endsAt,
        List<Instant> warnsAt,
        DeadlineState state,
        @Nullable String stopped,
        List<String> missing,
        List<String> steps) {

    public DeadlineDraft {
        warnsAt = List.copyOf(warnsAt);
        missing = List.copyOf(missing);
        steps = List.copyOf(steps);
    }

    /// The first instant that is too late: the last of a clock of hours is not.
    public Instant overAt() {
        return lastDay == null ? endsAt.plusNanos(1_000) : endsAt;
    }
}
