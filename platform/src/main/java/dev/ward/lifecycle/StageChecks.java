package dev.ward.lifecycle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// What the dates of the stages and the other gates say.
@Component
class StageChecks implements Checks {

    private final Stages stages;
    private final GateRepository gates;

    StageChecks(Stages stages, GateRepository gates) {
        this.stages = stages;
        this.gates = gates;
    }

    @Override
    public Map<String, Check> byName() {
        return Map.of("dates-planned", this::planned, "dates-announced", this::announced, "gate-closed", this::closed);
    }

    private static Stage stage(Requirement requirement) {
        return Stage.of(Objects.requireNonNullElse(requirement.stage(), "")).orElseThrow();
    }

    private Answered planned(GateQuestion question, Requirement requirement) {
        Stage stage = stage(requirement);
        String page = question.page("/lifecycle");
        return stages.schedule(question.reader(), question.release(), question.market())
                .find(stage)
                .map(rule -> Answered.met("%s begins on %s.".formatted(stage.title(), rule.effective()), page))
                .orElseGet(() -> Answered.notMet("%s has no date.".formatted(stage.title()), 0, page));
    }

    private Answered announced(GateQuestion question, Requirement requirement) {
        Stage stage = stage(requirement);
        int months = Objects.requireNonNullElse(requirement.months(), 0);
        String page = question.page("/lifecycle");
        StageRule rule = stages.schedule(question.reader(), question.release(), question.market())
                .find(stage)
                .orElse(null);
        if (rule == null) {
            return Answered.notMet("%s has no date.".formatted(stage.title()), 0, page);
        }
        LocalDate announced = rule.announced();
        if (announced == null) {
            return Answered.notMet(
                    "%s begins on %s, and no announcement is recorded.".formatted(stage.title(), rule.effective()),
                    0,
                    page);
        }
        String words = "%s was announced on %s for %s".formatted(stage.title(), announced, rule.effective());
        return announced.plusMonths(months).isAfter(rule.effective())
                ? Answered.notMet("%s, less than %d months before.".formatted(words, months), 0, page)
                : Answered.met(words + ".", page);
    }

    private Answered closed(GateQuestion question, Requirement requirement) {
        Gate gate = Gate.of(Objects.requireNonNullElse(requirement.gate(), "")).orElseThrow();
        String page = question.page(
                "/gates/" + gate.word() + "?market=" + question.market().code());
        return gates.lastClosure(question.reader(), question.release().id(), question.market(), gate)
                .map(closure -> Answered.met("Closed by %s.".formatted(closure.by()), page))
                .orElseGet(() -> Answered.notMet("The gate %s is open.".formatted(gate.title()), 0, page));
    }
}
