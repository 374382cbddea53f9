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
    private final Map<String, List<RunningClock>> clocks = new HashMap<>();
    private final Set<String> undated = new HashSet<>();
    private final Map<EvidenceName, List<DueFacts.Evidence>> evidence = new HashMap<>();
    private final Map<String, RuleSetResult> results = new HashMap<>();

    /// @param facts  none of them later than `at`
    CaseKnown(DueFacts facts, RuleBook book, Instant at) {
        this.facts = facts;
        this.book = book;
        this.at = at;
    }

    void add(List<RunningClock> started) {
        started.forEach(clock ->
                clocks.computeIfAbsent(clock.id(), id -> new ArrayList<>()).add(clock));
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
        return clocks.getOrDefault(id, List.of());
    }

    /// @param because  in words
    record Dated(Moment at, String because) {}

    /// When a correction or removal was initiated; null when it was not, or nobody can tell the day.
    ///
    /// @param otherwise  the first of these that was done at all stands for it while nobody says when
    ///                   it was
    @Nullable
    Dated initiated(List<EvidenceName> otherwise) {
        if (facts.initiatedAt() != null) {
            return new Dated(facts.initiatedAt(), "a correction or removal was initiated");
        }
        EvidenceName name = standsForInitiated(otherwise);
        Moment at = name == null ? null : evidence(name).getFirst().at();
        return at == null
                ? null
                : new Dated(at, "nobody said when it was initiated: the first %s stands for it,".formatted(name));
    }

    /// Whether what stands for the initiation may have been done earlier than on any day that is known.
    boolean mayBeInitiatedEarlier(List<EvidenceName> otherwise) {
        EvidenceName name = standsForInitiated(otherwise);
        return facts.initiatedAt() == null
                && name != null
                && evidence(name).getLast().at() == null;
    }

    /// A fix is no initiation where customers were told: only what is named first and was done stands
    /// for it.
    private @Nullable EvidenceName standsForInitiated(List<EvidenceName> otherwise) {
        return otherwise.stream()
                .filter(name -> !evidence(name).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /// Null when the set was not asked.
    @Nullable
    RuleSetResult result(String ruleSet) {
        return results.get(ruleSet);
    }

    /// The earliest first; those without a date last.
    List<DueFacts.Evidence> evidence(EvidenceName name) {
        return evidence.computeIfAbsent(name, this::sorted);
    }

    private List<DueFacts.Evidence> sorted(EvidenceName name) {
        return facts.facts().stream()
                .filter(name::fits)
                .sorted(Comparator.comparing(evidence ->
                        evidence.at() == null ? Instant.MAX : evidence.at().earliest()))
                .toList();
    }
}
