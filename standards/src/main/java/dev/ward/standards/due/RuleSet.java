package dev.ward.standards.due;

import dev.ward.standards.decision.DecisionTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One version of what an authority asks, as data: gates that say whether it applies, conditions, the
/// outcome of each combination of them, and the clocks that run.
///
/// @param id            the same for all versions, `FDA-FINAL-2016`
/// @param regime        under which awareness of it is declared
/// @param regimeMeaning what the regime is, where the set brings the word; may be empty
/// @param effectiveTo   the last day; null when none is known
/// @param remark        stands beside each result; may be empty
/// @param points        gates, then conditions, in the order of the table's points
/// @param table         what each combination comes to
/// @param text          its lines as they are kept
public record RuleSet(
        String id,
        String version,
        String name,
        String regime,
        String regimeMeaning,
        String authority,
        Status status,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Source source,
        String remark,
        List<Point> points,
        List<ClockRule> clocks,
        DecisionTable table,
        List<String> text) {

    public RuleSet {
        points = List.copyOf(points);
        clocks = List.copyOf(clocks);
        text = List.copyOf(text);
    }

    /// What a set of rules is to the law.
    public enum Status {
        IN_FORCE,
        /// It may add a duty; it never takes one away.
        SUPERSEDED,
        PROPOSAL,
        /// Is not asked.
        DISABLED;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        public boolean isAsked() {
            return this == IN_FORCE || this == SUPERSEDED;
        }
    }

    /// A question of the set.
    ///
    /// @param tests  all must hold; the gravest answer is the answer
    public record Point(String id, String name, boolean isGate, List<FactTest> tests) {

        public Point {
            tests = List.copyOf(tests);
        }
    }

    /// Whether another version is effective on one of its days.
    boolean overlaps(RuleSet other) {
        return (effectiveTo == null || !other.effectiveFrom().isAfter(effectiveTo))
                && (other.effectiveTo() == null || !effectiveFrom.isAfter(other.effectiveTo()));
    }

    /// The same, effective until a day at most.
    RuleSet until(LocalDate day) {
        if (effectiveTo != null && !effectiveTo.isAfter(day)) {
            return this;
        }
        return new RuleSet(
                id,
                version,
                name,
                regime,
                regimeMeaning,
                authority,
                status,
                effectiveFrom,
                day,
                source,
                remark,
                points,
                clocks,
                table,
                text);
    }

    /// The ids of the sets whose outcome it asks for.
    Set<String> asksFor() {
        return points.stream()
                .flatMap(point -> point.tests().stream())
                .filter(FactTest.OutcomeOf.class::isInstance)
                .map(test -> ((FactTest.OutcomeOf) test).ruleSet())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEffectiveOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
