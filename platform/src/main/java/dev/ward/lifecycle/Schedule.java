package dev.ward.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stages of one release on one market that have a date, each by the rule that decides, in the stages'
/// order.
///
/// A stage begins with the day of its date. Of the stages that have begun, the last in their order is the
/// current one, whatever the dates of those before it are: a life goes forward.
public record Schedule(List<StageRule> rules) {

    public Schedule {
        rules = rules.stream().sorted(Comparator.comparing(StageRule::stage)).toList();
    }

    /// Chooses, of all rules that say something of the target, for each stage the one that decides.
    static Schedule of(List<StageRule> all, StageTarget target, String market) {
        Map<Stage, StageRule> chosen = new EnumMap<>(Stage.class);
        for (StageRule rule : all) {
            if (rule.reaches(target, market)) {
                chosen.merge(rule.stage(), rule, (one, other) -> one.weight() >= other.weight() ? one : other);
            }
        }
        return new Schedule(List.copyOf(chosen.values()));
    }

    /// The rule of the current stage; empty when none has begun.
    public Optional<StageRule> current(LocalDate today) {
        return rules.stream().filter(rule -> !rule.effective().isAfter(today)).reduce((_, later) -> later);
    }

    /// The stages that are still to come, in their order.
    public List<StageRule> coming(LocalDate today) {
        Stage now = current(today).map(StageRule::stage).orElse(null);
        return rules.stream()
                .filter(rule -> rule.effective().isAfter(today))
                .filter(rule -> now == null || rule.stage().compareTo(now) > 0)
                .toList();
    }

    public Optional<StageRule> find(Stage stage) {
        return rules.stream().filter(rule -> rule.stage() == stage).findFirst();
    }

    /// Pairs of stages of which the later one in order has the earlier date: so that the earlier one never
    /// shows.
    public List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).effective().isBefore(rules.get(i - 1).effective())) {
                found.add(new Contradiction(rules.get(i - 1), rules.get(i)));
            }
        }
        return found;
    }

    /// @param first  the stage that comes first in order, and has the later date
    public record Contradiction(StageRule first, StageRule second) {

        public String words() {
            return "%s begins on %s, before %s, which begins on %s"
                    .formatted(
                            second.stage().title(),
                            second.effective(),
                            first.stage().title().toLowerCase(java.util.Locale.ROOT),
                            first.effective());
        }
    }
}
