package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.EvidenceName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a test may look at: the facts as of an instant, and what was found from them so far.
final class CaseKnown {

    final DueFacts facts;
    final Instant at;
    private final RuleBook book;
    private final List<RunningClock> clocks = new ArrayList<>();
    private final Set<String> undated = new HashSet<>();
    private final Map<String, RuleSetResult> results = new HashMap<>();

    /// @param facts  none of them later than `at`
    CaseKnown(DueFacts facts, RuleBook book, Instant at) {
        this.facts = facts;
        this.book = book;
        this.at = at;
    }

    void add(List<RunningClock> started) {
        clocks.addAll(started);
    }

    /// That a clock would run once more, were a date known.
    void addUndated(String clock) {
        undated.add(clock);
    }

    boolean isUndated(String clock) {
        return undated.contains(clock);
    }

    void add(RuleSetResult result) {
        results.put(result.ruleSet().id(), result);
    }

    /// The declarations under a regime, those for one of its clocks among them.
    List<DueFacts.Awareness> awareness(String regime) {
        return facts.awareness().stream()
                .filter(one -> one.regime().equals(regime) || isClock(one.regime(), regime))
                .toList();
    }

    private boolean isClock(String id, String regime) {
        return book.ruleSets().stream()
                .filter(set -> set.regime().equals(regime))
                .flatMap(set -> set.clocks().stream())
                .anyMatch(clock -> clock.id().equals(id));
    }

    LocalDate today() {
        return at.atZone(facts.zone()).toLocalDate();
    }

    /// The clocks of a rule; several where several events started one each.
    List<RunningClock> clocks(String id) {
        return clocks.stream().filter(clock -> clock.id().equals(id)).toList();
    }

    /// Null when the set was not asked.
    @Nullable
    RuleSetResult result(String ruleSet) {
        return results.get(ruleSet);
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
