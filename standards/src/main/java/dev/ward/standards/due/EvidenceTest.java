package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.EvidenceName;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Membership;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;

/// A question whose answer needs proof: met, not yet, unprovable or not met.
sealed interface EvidenceTest extends FactTest {

    /// That no event of these kinds is known to be associated. A suspected one cannot be ruled out.
    record NoEvent(List<String> kinds) implements EvidenceTest {

        public NoEvent {
            kinds = List.copyOf(kinds);
        }

        @Override
        public Checked check(CaseKnown known) {
            List<DueFacts.AdverseEvent> events = known.facts.adverseEvents().stream()
                    .filter(event -> kinds.contains(event.kind()))
                    .filter(event -> event.association() != Association.RULED_OUT)
                    .toList();
            if (events.isEmpty()) {
                return new Checked(
                        ConditionState.MET, "no %s is known to be associated".formatted(String.join(" or ", kinds)));
            }
            Optional<DueFacts.AdverseEvent> associated = events.stream()
                    .filter(event -> event.association() == Association.ASSOCIATED)
                    .findFirst();
            return associated
                    .map(event -> new Checked(ConditionState.NOT_MET, FactTest.Event.text(event)))
                    .orElseGet(() -> Checked.unknown(FactTest.Event.text(events.getFirst())));
        }
    }

    /// That all of these were done before a clock ended; of several clocks, before each that was
    /// started ended.
    record By(List<EvidenceName> names, List<String> clocks) implements EvidenceTest {

        public By {
            names = List.copyOf(names);
            clocks = List.copyOf(clocks);
        }

        @Override
        public Checked check(CaseKnown known) {
            List<RunningClock> started =
                    clocks.stream().flatMap(id -> known.clocks(id).stream()).toList();
            if (started.isEmpty()) {
                return Checked.unknown(String.join(", ", clocks) + " not started: the start is not known");
            }
            ConditionState state = ConditionState.MET;
            StringJoiner because = new StringJoiner("; ");
            for (String undated : clocks.stream().filter(known::isUndated).toList()) {
                state = ConditionState.UNPROVABLE;
                because.add(undated + ": the date of one of its starts is not known");
            }
            for (RunningClock one : started) {
                for (EvidenceName name : names) {
                    Checked checked = check(known, name, one);
                    state = state.graver(checked.state());
                    because.add(checked.because());
                }
            }
            return new Checked(state, because.toString());
        }

        private static Checked check(CaseKnown known, EvidenceName name, RunningClock clock) {
            DueFacts.Evidence first = known.evidence(name).stream()
                    .filter(one -> clock.rule().answers(one, clock.start(), known.facts))
                    .findFirst()
                    .orElse(null);
            if (first == null) {
                return clock.isOver(known.at)
                        ? new Checked(ConditionState.NOT_MET, "no %s by %s".formatted(name, clock.due()))
                        : new Checked(ConditionState.NOT_YET, "%s is due by %s".formatted(name, clock.due()));
            }
            Moment at = first.at();
            if (at == null) {
                return Checked.unknown("%s: its date is not known".formatted(name));
            }
            ConditionState state = clock.inTime(at);
            String how = switch (state) {
                case MET -> "in time for";
                case NOT_MET -> "too late for";
                default -> "on the day of the end, the hour not known:";
            };
            return new Checked(state, "%s %s, %s %s".formatted(name, at.text(), how, clock.due()));
        }
    }

    /// That whoever told these had a membership on each of the days.
    record MemberAt(List<EvidenceName> names) implements EvidenceTest {

        public MemberAt {
            names = List.copyOf(names);
        }

        @Override
        public Checked check(CaseKnown known) {
            List<Membership> memberships = known.facts.isaoMembership();
            if (memberships == null) {
                return Checked.unknown("nothing is said of a membership in an ISAO");
            }
            boolean pending = false;
            List<String> shown = new ArrayList<>();
            for (EvidenceName name : names) {
                List<DueFacts.Evidence> all = known.evidence(name);
                pending |= all.isEmpty();
                for (DueFacts.Evidence evidence : all) {
                    if (evidence.at() == null) {
                        return Checked.unknown("%s: its date is not known".formatted(name));
                    }
                    LocalDate day = evidence.at().firstDay(known.facts.zone());
                    if (memberships.stream().noneMatch(membership -> membership.covers(day))) {
                        return new Checked(
                                ConditionState.NOT_MET, "no member of an ISAO on %s (%s)".formatted(day, name));
                    }
                    shown.add("%s (%s)".formatted(day, name));
                }
            }
            if (!pending) {
                return new Checked(ConditionState.MET, "member of an ISAO on " + String.join(", ", shown));
            }
            LocalDate today = known.today();
            return memberships.stream().anyMatch(membership -> membership.covers(today))
                    ? new Checked(
                            ConditionState.NOT_YET, "member of an ISAO on %s; it must be so later too".formatted(today))
                    : new Checked(ConditionState.NOT_MET, "no member of an ISAO on " + today);
        }
    }

    /// That with each of one kind, one of the other was done on the same day or before, and after the
    /// one before it.
    ///
    /// @param since  id of the clock before whose start nothing answers; without a start nothing can be
    ///               shown
    record With(EvidenceName given, EvidenceName to, String since) implements EvidenceTest {

        @Override
        public Checked check(CaseKnown known) {
            ZoneId zone = known.facts.zone();
            List<DueFacts.Evidence> first = known.evidence(to);
            if (first.isEmpty()) {
                return new Checked(ConditionState.NOT_YET, "due with %s".formatted(to));
            }
            List<LocalDate> others = new ArrayList<>();
            for (DueFacts.Evidence evidence : known.evidence(given)) {
                if (evidence.at() == null) {
                    return Checked.unknown("%s: its date is not known".formatted(given));
                }
                others.add(evidence.at().lastDay(zone));
            }
            NavigableSet<LocalDate> days = new TreeSet<>();
            for (DueFacts.Evidence evidence : first) {
                if (evidence.at() == null) {
                    return Checked.unknown("%s: its date is not known".formatted(to));
                }
                days.add(evidence.at().lastDay(zone));
            }
            Optional<LocalDate> start = known.clocks(since).stream()
                    .map(clock -> clock.start().firstDay(zone))
                    .min(Comparator.naturalOrder());
            LocalDate begin = start.map(day -> day.minusDays(1)).orElse(LocalDate.MIN);
            boolean open = false;
            for (LocalDate day : days) {
                LocalDate lower = Objects.requireNonNullElse(days.lower(day), begin);
                LocalDate before = lower.isBefore(begin) ? begin : lower;
                if (others.stream().noneMatch(other -> other.isAfter(before) && !other.isAfter(day))) {
                    if (day.isBefore(known.today())) {
                        return new Checked(ConditionState.NOT_MET, "no %s with %s of %s".formatted(given, to, day));
                    }
                    open = true;
                }
            }
            if (start.isEmpty()) {
                return Checked.unknown("%s not started: nothing shows that %s is not older".formatted(since, given));
            }
            if (open) {
                return new Checked(ConditionState.NOT_YET, "%s is due with %s of %s".formatted(given, to, days.last()));
            }
            return new Checked(ConditionState.MET, "%s with each %s".formatted(given, to));
        }
    }
}
