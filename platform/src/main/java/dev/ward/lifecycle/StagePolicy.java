package dev.ward.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be said of a stage: dates follow the order of the stages, and nothing goes back that has begun
/// unless somebody answers for it.
record StagePolicy(List<StageRule> before, List<StageRule> after, Instant now) {

    /// @param before  all rules of the product that are in force
    static StagePolicy of(List<StageRule> before, StageScope scope, StageDraft draft, Instant now) {
        List<StageRule> after = new ArrayList<>(before.stream()
                .filter(rule -> rule.number() == null
                        || !rule.scope().equals(scope)
                        || !rule.market().equals(draft.market())
                        || rule.stage() != draft.stage())
                .toList());
        LocalDate effective = draft.effective();
        if (effective != null) {
            after.add(
                    new StageRule(Long.MAX_VALUE, scope, draft.market(), draft.stage(), draft.announced(), effective));
        }
        return new StagePolicy(before, List.copyOf(after), now);
    }

    /// Dates out of order that the entry brings into the schedule of what it is said of.
    Optional<Schedule.Contradiction> contradiction(StageTarget target, String market) {
        List<Schedule.Contradiction> old = Schedule.of(before, target, market).contradictions();
        return Schedule.of(after, target, market).contradictions().stream()
                .filter(one -> !old.contains(one))
                .findFirst();
    }

    /// Everything that would be in an earlier stage than it is.
    List<StepBack> stepsBack(List<StageTarget> targets, List<Market> markets) {
        Map<Step, List<Market>> steps = new LinkedHashMap<>();
        for (Market market : markets) {
            stepsBack(targets, market)
                    .forEach((way, releases) -> steps.computeIfAbsent(new Step(way, releases), _ -> new ArrayList<>())
                            .add(market));
        }
        return steps.entrySet().stream()
                .map(one -> new StepBack(
                        one.getValue(),
                        one.getKey().way().from(),
                        one.getKey().way().to(),
                        one.getKey().releases()))
                .toList();
    }

    private Map<Way, Long> stepsBack(List<StageTarget> targets, Market market) {
        Map<Way, Long> releases = new LinkedHashMap<>();
        LocalDate today = market.today(now);
        for (StageTarget target : targets) {
            Stage was = current(before, target, market, today);
            Stage becomes = current(after, target, market, today);
            if (was != null && (becomes == null || becomes.compareTo(was) < 0)) {
                releases.merge(new Way(was, becomes), target.release() == null ? 0L : 1L, Long::sum);
            }
        }
        return releases;
    }

    private record Way(Stage from, @Nullable Stage to) {}

    private record Step(Way way, long releases) {}

    private static @Nullable Stage current(List<StageRule> rules, StageTarget target, Market market, LocalDate today) {
        return Schedule.of(rules, target, market.code())
                .current(today)
                .map(StageRule::stage)
                .orElse(null);
    }
}
