package dev.ward.standards.due;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A clock as data: what starts it, how long it runs, on which calendar, and what stops it.
///
/// @param id              as the results name it, `FDA-CUST-30`
/// @param authority       to whom the duty is owed
/// @param starts          the earliest of them starts it; each adverse event starts one of its own, and
///                        so may each deed
/// @param when            ids of gates; it runs unless one of them is *no*
/// @param unless          id of a gate: while it is *yes*, whoever owes the duty may rely on it; may be
///                        empty
/// @param length          in `unit`
/// @param countsStartDay  whether the day of the start is the first day; hours have no such day
/// @param zone            whose midnight ends the last day; null for that of the facts
/// @param calendar        id of a [WorkCalendar]; empty where only the days of the week matter to
///                        nobody
/// @param warnings        how long before its end it warns, in hours for a clock of hours, else in
///                        calendar days, the longest first
/// @param stops           all of these stop it; none when nothing does
/// @param since           the regime before whose first awareness nothing stops it; empty for any day
/// @param binding         whether anybody may pause it
public record ClockRule(
        String id,
        String name,
        String authority,
        List<StartEvent> starts,
        List<String> when,
        String unless,
        int length,
        Unit unit,
        boolean countsStartDay,
        @Nullable ZoneId zone,
        String calendar,
        LastDay lastDay,
        List<Integer> warnings,
        List<EvidenceName> stops,
        String since,
        Binding binding,
        Source source) {

    public ClockRule {
        starts = List.copyOf(starts);
        when = List.copyOf(when);
        warnings = List.copyOf(warnings);
        stops = List.copyOf(stops);
    }

    /// Whether each event or deed starts one of its own.
    private boolean isOfEach() {
        for (StartEvent start : starts) {
            if (start instanceof StartEvent.Event || (start instanceof StartEvent.Done done && done.each())) {
                return true;
            }
        }
        return false;
    }

    /// Whether evidence can answer for a clock with this start: what lies before one event answers for
    /// another, and what is older than the awareness for something else.
    boolean answers(DueFacts.Evidence evidence, Moment start, DueFacts facts) {
        Moment at = evidence.at();
        if (at != null && !facts.isSince(since, at)) {
            return false;
        }
        return at == null || !at.latest().isBefore(start.earliest()) || !isOfEach();
    }

    /// The ids of all gates that it asks.
    List<String> gates() {
        return unless.isEmpty()
                ? when
                : Stream.concat(when.stream(), Stream.of(unless)).toList();
    }

    /// What a length counts.
    public enum Unit {
        HOURS,
        CALENDAR_DAYS,
        WORKING_DAYS,
        MONTHS;

        /// `10 working days`.
        public String text(int length) {
            String many = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return length + " " + (length == 1 ? many.substring(0, many.length() - 1) : many);
        }
    }

    /// What happens when the last day is not worked.
    public enum LastDay {
        /// Nothing: the day stays, which is the earlier and so the safe one.
        STAYS,
        NEXT_WORKING_DAY
    }

    /// What a clock rests on. Only our own may be paused, with a reason.
    public enum Binding {
        LAW,
        GUIDANCE,
        OWN;

        public boolean isPausable() {
            return this == OWN;
        }
    }

    /// The name of a kind of evidence, `fix-available`, or of a report to somebody, `reported:FDA`, or
    /// to one of several, `reported:FDA|FDA-MDR`.
    ///
    /// @param regime  empty but for reports
    public record EvidenceName(String type, String regime) {

        static EvidenceName parse(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new EvidenceName(text, "")
                    : new EvidenceName(text.substring(0, colon), text.substring(colon + 1));
        }

        boolean fits(DueFacts.Evidence evidence) {
            return evidence.type().equals(type)
                    && List.of(regime.split("\\|", -1)).contains(evidence.regime());
        }

        @Override
        public String toString() {
            return regime.isEmpty() ? type : type + ":" + regime.replace("|", " or ");
        }
    }

    /// What starts a clock.
    public sealed interface StartEvent {

        /// In words, `awareness under FDA`.
        String text();

        /// @param regime  of the declaration; one that names the clock's own id starts it as well
        record Aware(String regime) implements StartEvent {
            @Override
            public String text() {
                return "awareness under " + regime;
            }
        }

        /// @param otherwise  whose first stands for it while nobody says when it was
        record Initiated(List<EvidenceName> otherwise) implements StartEvent {

            public Initiated {
                otherwise = List.copyOf(otherwise);
            }

            @Override
            public String text() {
                return "initiation of the correction or removal";
            }
        }

        /// Each event of one of these kinds that is not ruled out starts a clock of its own.
        record Event(List<String> kinds) implements StartEvent {

            public Event {
                kinds = List.copyOf(kinds);
            }

            @Override
            public String text() {
                return "awareness of an event: " + String.join(", ", kinds);
            }
        }

        record Exploited() implements StartEvent {
            @Override
            public String text() {
                return "awareness of active exploitation";
            }
        }

        /// @param each  whether each of them starts a clock of its own; else the first starts the only
        ///              one
        record Done(EvidenceName evidence, boolean each) implements StartEvent {
            @Override
            public String text() {
                return evidence.toString();
            }
        }

        /// The first deed, or the awareness of active exploitation where that came later.
        ///
        /// @param regime  a declaration under it is such awareness too
        record DoneKnown(EvidenceName evidence, String regime) implements StartEvent {
            @Override
            public String text() {
                return evidence + " and awareness of active exploitation";
            }
        }
    }
}
