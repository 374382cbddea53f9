package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.EvidenceName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a test may look at: the facts as of an instant, and what was found from them so far.
final class CaseKnown {

    final DueFacts facts;
    final Instant at;
    private final List<RunningClock> clocks = new ArrayList<>();
    private final Map<String, RuleSetResult> results = new HashMap<>();

    /// @param facts  none of them later than `at`
    CaseKnown(DueFacts facts, Instant at) {
        this.facts = facts;
        this.at = at;
    }

    void add(List<RunningClock> started) {
        clocks.addAll(started);
    }

    void add(RuleSetResult result) {
        results.put(result.ruleSet().id(), result);
    }

    LocalDate today() {
        return at.atZone(facts.zone()).toLocalDate();
    }

    /// The clocks of a rule; several where several events started one each.
    List<RunningClock> clocks(String id) {
        return clocks.stream().filter(clock -> clock.id().equals(id)).toList();
    }

    /// @throws IllegalStateException  when it was not looked at before
    RuleSetResult result(String ruleSet) {
        RuleSetResult result = results.get(ruleSet);
        if (result == null) {
            throw new IllegalStateException(ruleSet + " was not looked at before");
        }
        return result;
    }

    /// The earliest first; those without a date last.
    List<DueFacts.Evidence> evidence(EvidenceName name) {
        return facts.facts().stream()
                .filter(name::fits)
                .sorted(Comparator.comparing(
                        evidence -> evidence.at() == null
                                ? Instant.MAX
                                : evidence.at().earliest()))
                .toList();
    }
}
