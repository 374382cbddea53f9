package dev.ward.standards.due;

import dev.ward.standards.decision.Decided;
import dev.ward.standards.due.ClockRule.StartEvent;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueResult.NotAsked;
import dev.ward.standards.due.DueResult.Waiting;
import dev.ward.standards.due.RuleSetResult.Answered;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what is due: facts in, dates and states out. It knows no clock of its own and keeps nothing.
public final class DueEngine {

    /// Days of the week only, for clocks that name no calendar.
    private static final WorkCalendar PLAIN = new WorkCalendar(
            "", "", new Source("", "", ""), EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());

    private final RuleBook book;
    private final CaseKnown known;
    private final List<RunningClock> shown = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    private DueEngine(RuleBook book, CaseKnown known) {
        this.book = book;
        this.known = known;
    }

    /// What is due as of an instant; facts that lie after it do not count.
    public static DueResult evaluate(DueFacts facts, RuleBook book, Instant at) {
        DueFacts asOf = facts.asOf(at);
        DueEngine engine = new DueEngine(book, new CaseKnown(asOf, book, at));
        List<RuleSetResult> results = new ArrayList<>();
        List<NotAsked> notAsked = new ArrayList<>();
        for (RuleSet set : book.ruleSets()) {
            String reason = engine.whyNotAsked(set);
            if (reason == null) {
                results.add(engine.judge(set));
            } else {
                notAsked.add(new NotAsked(set.id(), set.version(), reason));
            }
        }
        engine.shown.sort(Comparator.comparing(RunningClock::end).thenComparing(RunningClock::id));
        return new DueResult(at, asOf, engine.shown, engine.waiting, results, notAsked, facts.dated() - asOf.dated());
    }

    /// Null when it is asked. A case is judged by the version that was effective when it began.
    private @Nullable String whyNotAsked(RuleSet set) {
        if (!set.status().isAsked()) {
            return set.status().text() + (set.remark().isEmpty() ? "" : ": " + set.remark());
        }
        LocalDate began = began(set);
        if (Objects.equals(book.version(set.id(), began), set)) {
            return null;
        }
        return "not effective on %s, when the case began".formatted(began);
    }

    /// The day on which the earliest fact lies that starts one of its clocks and that a version covers;
    /// without one the earliest that none covers, else today. What was done begins no case: a fix may
    /// be older than what is asked because of it.
    private LocalDate began(RuleSet set) {
        List<LocalDate> days = book.ruleSets().stream()
                .filter(version -> version.id().equals(set.id()))
                .flatMap(version -> version.clocks().stream())
                .flatMap(clock -> candidates(clock).all())
                .filter(start -> !start.isDeed())
                .map(start -> start.at().firstDay(known.facts.zone()))
                .sorted()
                .toList();
        return days.stream()
                .filter(day -> book.version(set.id(), day) != null)
                .findFirst()
                .orElse(days.isEmpty() || mayBeginLater(set) ? known.today() : days.getFirst());
    }

    /// Whether something of which nobody wrote down the day may start one of its clocks.
    private boolean mayBeginLater(RuleSet set) {
        DueFacts.Exploitation exploitation = known.facts.exploitation();
        boolean exploited = exploitation.state() != ExploitationState.NONE && exploitation.awareAt() == null;
        return set.clocks().stream()
                .anyMatch(clock -> lacksDates(clock)
                        || (exploited && clock.starts().stream().anyMatch(StartEvent.Exploited.class::isInstance)));
    }

    /// Whether a version of the set covers the day of a start; what was done is older or not, and
    /// counts.
    private boolean isCovered(RuleSet set, Start start) {
        return start.isDeed() || book.version(set.id(), start.at().firstDay(known.facts.zone())) != null;
    }

    private RuleSetResult judge(RuleSet set) {
        Map<ClockRule, List<RunningClock>> started = new HashMap<>();
        for (ClockRule rule : set.clocks()) {
            List<RunningClock> running = starts(rule, set).stream()
                    .map(start -> run(rule, set, start))
                    .toList();
            started.put(rule, running);
            known.add(running);
            if (lacksDates(rule) || mayStartEarlier(rule)) {
                known.addUndated(rule.id());
            }
        }
        List<Answered> gates = new ArrayList<>();
        List<Answered> conditions = new ArrayList<>();
        Map<String, Set<String>> answers = new HashMap<>();
        for (RuleSet.Point point : set.points()) {
            Answered answered = answer(point);
            (point.isGate() ? gates : conditions).add(answered);
            answers.put(point.id(), keys(point, answered.state()));
        }
        Decided decided = set.table().decide(answers);
        RuleSetResult result = new RuleSetResult(set, gates, conditions, decided.outcome(), decided.possible());
        known.add(result);
        show(set, result, started);
        return result;
    }

    private void show(RuleSet set, RuleSetResult result, Map<ClockRule, List<RunningClock>> started) {
        for (ClockRule rule : set.clocks()) {
            List<RunningClock> running = started.getOrDefault(rule, List.of());
            if (!result.isOpen(rule.when())) {
                continue;
            }
            for (RunningClock clock : running) {
                boolean relied = result.holds(rule.unless()) && clock.state().isOpen();
                shown.add(relied ? clock.withState(RunningClock.State.UNLESS_RELIED_ON) : clock);
            }
            candidates(rule)
                    .all()
                    .filter(start -> !isCovered(set, start))
                    .map(start -> "%s %s starts none: no version was effective then"
                            .formatted(start.because(), start.at().text()))
                    .forEach(text -> waiting.add(new Waiting(rule, set.id(), text)));
            if (running.isEmpty()) {
                waiting.add(new Waiting(
                        rule,
                        set.id(),
                        String.join(
                                " or ",
                                rule.starts().stream().map(StartEvent::text).toList())));
            }
        }
    }

    /// All values of a gate that is not known are possible.
    private static Set<String> keys(RuleSet.Point point, ConditionState state) {
        if (!point.isGate()) {
            return Set.of(state.key());
        }
        return switch (state) {
            case MET -> Set.of("yes");
            case NOT_MET -> Set.of("no");
            default -> Set.of();
        };
    }

    private Answered answer(RuleSet.Point point) {
        ConditionState state = ConditionState.MET;
        StringJoiner because = new StringJoiner("; ");
        for (FactTest test : point.tests()) {
            FactTest.Checked checked = test.check(known);
            state = state.graver(checked.state());
            because.add(checked.because());
        }
        return new Answered(point.id(), point.name(), state, because.toString());
    }

    /// @param because  in words
    /// @param isDeed   whether it is something that was done, not something that was learned of
    private record Start(Moment at, String because, boolean isDeed) {}

    /// @param single  the earliest of them starts one clock
    /// @param each    each starts one of its own
    private record Candidates(List<Start> single, List<Start> each) {

        Stream<Start> all() {
            return Stream.concat(single.stream(), each.stream());
        }
    }

    /// What starts a clock: nothing that lies where no version of the set was effective.
    private List<Start> starts(ClockRule rule, RuleSet set) {
        Candidates candidates = candidates(rule);
        List<Start> starts = new ArrayList<>();
        candidates.single().stream()
                .filter(start -> isCovered(set, start))
                .min(Comparator.comparing(start -> start.at().earliest()))
                .ifPresent(starts::add);
        candidates.each().stream().filter(start -> isCovered(set, start)).forEach(starts::add);
        return starts;
    }

    private Candidates candidates(ClockRule rule) {
        List<Start> single = new ArrayList<>();
        List<Start> each = new ArrayList<>();
        for (StartEvent event : rule.starts()) {
            switch (event) {
                case StartEvent.Aware aware ->
                    known.facts.awareness().stream()
                            .filter(one -> one.regime().equals(aware.regime()))
                            .forEach(one -> single.add(new Start(one.at(), event.text(), false)));
                case StartEvent.Initiated initiated -> {
                    CaseKnown.Dated at = known.initiated(initiated.otherwise());
                    if (at != null) {
                        single.add(new Start(at.at(), at.because(), false));
                    }
                }
                case StartEvent.Exploited exploited -> {
                    if (known.facts.exploitation().state() == ExploitationState.ACTIVE) {
                        add(single, known.facts.exploitation().awareAt(), exploited.text(), false);
                    }
                }
                case StartEvent.Event events ->
                    known.facts.adverseEvents().stream()
                            .filter(one -> events.kinds().contains(one.kind()))
                            .filter(one -> one.association() != Association.RULED_OUT)
                            .forEach(
                                    one -> add(each, one.awareAt(), "awareness of " + FactTest.Event.text(one), false));
                case StartEvent.DoneKnown done -> add(single, later(done), event.text(), true);
                case StartEvent.Done done ->
                    known.evidence(done.evidence())
                            .forEach(one -> add(done.each() ? each : single, one.at(), event.text(), true));
            }
        }
        known.facts.awareness().stream()
                .filter(one -> one.regime().equals(rule.id()))
                .forEach(one -> single.add(new Start(one.at(), "awareness for " + rule.id(), false)));
        return new Candidates(single, each);
    }

    /// Null while nobody knows of exploitation, or nothing was done.
    private @Nullable Moment later(StartEvent.DoneKnown done) {
        List<Moment> aware = new ArrayList<>();
        known.facts.awareness().stream()
                .filter(one -> one.regime().equals(done.regime()))
                .forEach(one -> aware.add(one.at()));
        Moment exploited = known.facts.exploitation().awareAt();
        if (known.facts.exploitation().state() == ExploitationState.ACTIVE && exploited != null) {
            aware.add(exploited);
        }
        Moment knew = aware.stream().min(Comparator.comparing(Moment::earliest)).orElse(null);
        Moment first = known.evidence(done.evidence()).stream()
                .map(DueFacts.Evidence::at)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (knew == null || first == null) {
            return null;
        }
        return first.earliest().isBefore(knew.earliest()) ? knew : first;
    }

    /// Whether an event would start a clock of its own, had anybody written down when it became known.
    private boolean lacksDates(ClockRule rule) {
        return rule.starts().stream()
                .filter(StartEvent.Event.class::isInstance)
                .flatMap(event -> ((StartEvent.Event) event).kinds().stream())
                .anyMatch(kind -> known.facts.adverseEvents().stream()
                        .anyMatch(one -> one.awareAt() == null
                                && one.kind().equals(kind)
                                && one.association() != Association.RULED_OUT));
    }

    /// Whether something of which nobody wrote down the day may have started it earlier.
    private boolean mayStartEarlier(ClockRule rule) {
        return rule.starts().stream()
                .anyMatch(start -> start instanceof StartEvent.Initiated initiated
                        && known.mayBeInitiatedEarlier(initiated.otherwise()));
    }

    private static void add(List<Start> starts, @Nullable Moment at, String because, boolean isDeed) {
        if (at != null) {
            starts.add(new Start(at, because, isDeed));
        }
    }

    private RunningClock run(ClockRule rule, RuleSet set, Start start) {
        WorkCalendar calendar = Objects.requireNonNullElse(book.calendars().get(rule.calendar()), PLAIN);
        ClockArithmetic.End end = new ClockArithmetic(rule, known.facts.zone(), calendar)
                .end(start.at(), start.because(), new PausedTime(pauses(rule), known.at));
        RunningClock running = new RunningClock(
                rule,
                set.id(),
                start.because(),
                start.at(),
                end.zone(),
                end.lastDay(),
                end.end(),
                end.warnsAt(),
                stopped(rule, start.at()),
                RunningClock.State.RUNNING,
                end.steps());
        RunningClock.State found = state(running);
        return running.withState(end.paused() && running.stopped() == null ? RunningClock.State.PAUSED : found);
    }

    private List<DueFacts.Pause> pauses(ClockRule rule) {
        return rule.binding().isPausable()
                ? known.facts.pauses().stream()
                        .filter(one -> one.clock().equals(rule.id()))
                        .toList()
                : List.of();
    }

    /// When the last of what stops it was done; null while one of them was not.
    private @Nullable Moment stopped(ClockRule rule, Moment start) {
        Moment last = null;
        for (ClockRule.EvidenceName name : rule.stops()) {
            Moment done = known.evidence(name).stream()
                    .filter(one -> rule.answers(one, start, known.facts))
                    .map(DueFacts.Evidence::at)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (done == null) {
                return null;
            }
            last = last == null || done.latest().isAfter(last.latest()) ? done : last;
        }
        return last;
    }

    private RunningClock.State state(RunningClock clock) {
        if (clock.stopped() != null) {
            return clock.inTime(clock.stopped()) == ConditionState.MET
                    ? RunningClock.State.STOPPED
                    : RunningClock.State.STOPPED_LATE;
        }
        if (clock.isOver(known.at)) {
            return RunningClock.State.OVERDUE;
        }
        return clock.warnsAt().stream().anyMatch(warning -> !warning.isAfter(known.at))
                ? RunningClock.State.WARNING
                : RunningClock.State.RUNNING;
    }
}
