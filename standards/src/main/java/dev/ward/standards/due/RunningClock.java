package dev.ward.standards.due;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A clock that was started, and how its end was found.
///
/// @param ruleSet  id of the set that it belongs to
/// @param because  what started it, in words
/// @param lastDay  the last day in `zone`; null for a clock of hours
/// @param end      of a clock of hours the last instant that is not too late; else the first that is
/// @param warnsAt  when it warns, the earliest first
/// @param stopped  when it was stopped; null while it runs
/// @param steps    the arithmetic, one step a line
public record RunningClock(
        ClockRule rule,
        String ruleSet,
        String because,
        Moment start,
        ZoneId zone,
        @Nullable LocalDate lastDay,
        Instant end,
        List<Instant> warnsAt,
        @Nullable Moment stopped,
        State state,
        List<String> steps) {

    public RunningClock {
        warnsAt = List.copyOf(warnsAt);
        steps = List.copyOf(steps);
    }

    /// How a clock stands.
    public enum State {
        RUNNING,
        /// Runs, and its end is near.
        WARNING,
        OVERDUE,
        /// Stands still; its end moves as long as it does.
        PAUSED,
        /// Nothing stops it, and nothing is asked while the gate holds that it names; it is due at once
        /// when that is lost.
        UNLESS_RELIED_ON,
        STOPPED,
        STOPPED_LATE;

        /// `stopped late`.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        public boolean isOpen() {
            return this == RUNNING || this == WARNING || this == OVERDUE || this == PAUSED;
        }
    }

    public String id() {
        return rule.id();
    }

    RunningClock withState(State found) {
        return new RunningClock(rule, ruleSet, because, start, zone, lastDay, end, warnsAt, stopped, found, steps);
    }

    /// What is still to be done to stop it, by the same facts as it was found by.
    public List<ClockRule.EvidenceName> missing(DueFacts facts) {
        return stopped != null
                ? List.of()
                : rule.stops().stream()
                        .filter(name -> facts.facts().stream()
                                .noneMatch(
                                        one -> one.at() != null && name.fits(one) && rule.answers(one, start, facts)))
                        .toList();
    }

    /// The last day, or for a clock of hours the instant.
    public String due() {
        return lastDay == null ? end.toString() : lastDay.toString();
    }

    /// Whether something that was done was done in time: unprovable where only the day is known and the
    /// end lies within it.
    ConditionState inTime(Moment done) {
        if (done.latest().isBefore(end) || isAtEndOfHours(done.latest())) {
            return ConditionState.MET;
        }
        return done.earliest().isBefore(end) || isAtEndOfHours(done.earliest())
                ? ConditionState.UNPROVABLE
                : ConditionState.NOT_MET;
    }

    /// The last instant of an hour clock is still in time.
    private boolean isAtEndOfHours(Instant instant) {
        return lastDay == null && instant.equals(end);
    }

    /// When its end moves next while it stands still: with the next midnight, or of a clock of hours in
    /// an hour.
    public Instant movesNext(Instant at) {
        return lastDay == null
                ? at.plus(Duration.ofHours(1))
                : at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean isOver(Instant at) {
        return !at.isBefore(end) && !isAtEndOfHours(at);
    }
}
