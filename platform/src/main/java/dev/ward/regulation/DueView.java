package dev.ward.regulation;

import dev.ward.standards.due.ClockRule.EvidenceName;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RuleSetResult;
import dev.ward.standards.due.RunningClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is due, as programs read it: the names are those of `./ward due --format json`.
public record DueView(Instant at, String zone, List<Clock> clocks, List<Waits> waiting, List<Rules> ruleSets) {

    public DueView {
        clocks = List.copyOf(clocks);
        waiting = List.copyOf(waiting);
        ruleSets = List.copyOf(ruleSets);
    }

    /// @param due      the last day in `zone`, or the instant of a clock of hours
    /// @param missing  what is to be done to stop it
    public record Clock(
            String id,
            String name,
            String ruleSet,
            String authority,
            String start,
            String startedBy,
            String due,
            String zone,
            Instant end,
            String state,
            @Nullable String stopped,
            List<String> missing,
            List<String> steps,
            String source) {}

    public record Waits(String id, String ruleSet, String waitsFor) {}

    public record Condition(String id, String name, String state, String because) {}

    public record Rules(
            String id,
            String version,
            String name,
            String status,
            List<Condition> gates,
            List<Condition> conditions,
            String outcome,
            String outcomeText,
            boolean certain) {}

    public static DueView of(CaseDue due) {
        DueResult result = due.result();
        return new DueView(
                result.at(),
                result.facts().zone().getId(),
                result.clocks().stream().map(clock -> clock(clock, result)).toList(),
                result.waiting().stream()
                        .map(one -> new Waits(one.rule().id(), one.ruleSet(), one.because()))
                        .toList(),
                result.ruleSets().stream().map(DueView::rules).toList());
    }

    private static Clock clock(RunningClock clock, DueResult result) {
        return new Clock(
                clock.id(),
                clock.rule().name(),
                clock.ruleSet(),
                clock.rule().authority(),
                clock.start().text(),
                clock.because(),
                clock.due(),
                clock.zone().getId(),
                clock.end(),
                clock.state().text(),
                clock.stopped() == null ? null : clock.stopped().text(),
                clock.missing(result.facts()).stream()
                        .map(EvidenceName::toString)
                        .toList(),
                clock.steps(),
                clock.rule().source().toString());
    }

    private static Rules rules(RuleSetResult one) {
        return new Rules(
                one.ruleSet().id(),
                one.ruleSet().version(),
                one.ruleSet().name(),
                one.ruleSet().status().text(),
                one.gates().stream()
                        .map(gate -> new Condition(gate.id(), gate.name(), gate.gateText(), gate.because()))
                        .toList(),
                one.conditions().stream()
                        .map(point -> new Condition(
                                point.id(), point.name(), point.state().text(), point.because()))
                        .toList(),
                one.outcome().key(),
                one.outcome().name(),
                one.isCertain());
    }
}
