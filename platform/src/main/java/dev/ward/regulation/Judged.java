package dev.ward.regulation;

import dev.ward.clock.DeadlineDraft;
import dev.ward.signature.CanonicalRecord;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.Moment;
import dev.ward.standards.due.RuleSetResult;
import dev.ward.standards.due.RunningClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a case came to: its deadlines, what each set of rules says, and when time alone may change it.
///
/// @param facts   as `./ward due` reads them
/// @param nextAt  null when time changes nothing any more
record Judged(
        UUID caseId,
        DueResult result,
        String facts,
        List<DeadlineDraft> deadlines,
        List<Outcome> outcomes,
        @Nullable Instant nextAt) {

    /// @param place  among the outcomes of the set, the least grave first
    record Outcome(String ruleSet, String version, String outcome, String text, int place, boolean certain) {}

    static Judged of(UUID caseId, DueResult result, String facts) {
        List<DeadlineDraft> deadlines = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (RunningClock clock : result.clocks()) {
            String key = clock.id() + " " + clock.start().text();
            int before = seen.merge(key, 1, Integer::sum);
            deadlines.add(deadline(before == 1 ? key : key + " #" + before, clock, result));
        }
        return new Judged(
                caseId,
                result,
                facts,
                deadlines,
                result.ruleSets().stream().map(Judged::outcome).toList(),
                next(result, deadlines));
    }

    static Judged nothing(UUID caseId, DueResult result, String facts) {
        return new Judged(caseId, result, facts, List.of(), List.of(), null);
    }

    private static DeadlineDraft deadline(String key, RunningClock clock, DueResult result) {
        ClockRule rule = clock.rule();
        Moment stopped = clock.stopped();
        return new DeadlineDraft(
                key,
                clock.id(),
                rule.name(),
                clock.ruleSet(),
                rule.authority(),
                rule.binding().name().toLowerCase(Locale.ROOT),
                clock.because(),
                clock.start().text(),
                clock.start().earliest(),
                clock.lastDay(),
                clock.zone().getId(),
                clock.end(),
                clock.warnsAt(),
                ClockWords.state(clock.state()),
                stopped == null ? null : stopped.text(),
                clock.missing(result.facts()).stream()
                        .map(ClockRule.EvidenceName::toString)
                        .toList(),
                clock.steps());
    }

    private static Outcome outcome(RuleSetResult one) {
        return new Outcome(
                one.ruleSet().id(),
                one.ruleSet().version(),
                one.outcome().key(),
                one.outcome().name(),
                one.ruleSet().table().outcome().values().indexOf(one.outcome()),
                one.isCertain());
    }

    /// A day has an end of its own for a deadline that was met, as a condition may look at it still.
    private static @Nullable Instant next(DueResult result, List<DeadlineDraft> deadlines) {
        Stream<Instant> ends = deadlines.stream()
                .flatMap(one -> Stream.concat(one.warnsAt().stream(), Stream.of(one.overAt())))
                .filter(at -> at.isAfter(result.at()));
        Stream<Instant> moves = result.clocks().stream()
                .filter(clock -> clock.state() == RunningClock.State.PAUSED)
                .map(clock -> clock.movesNext(result.at()));
        return Stream.concat(ends, moves).min(Instant::compareTo).orElse(null);
    }

    /// Is the same as long as nothing is to be written.
    String digest() {
        return CanonicalRecord.sha256(deadlines + "\n" + outcomes);
    }
}
