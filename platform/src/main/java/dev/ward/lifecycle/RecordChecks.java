package dev.ward.lifecycle;

import dev.ward.performance.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What people have recorded of the release.
@Component
class RecordChecks implements Checks {

    private final RecordRepository records;
    private final GateFacts facts;

    RecordChecks(RecordRepository records, GateFacts facts) {
        this.records = records;
        this.facts = facts;
    }

    @Override
    public Map<String, Check> byName() {
        return Map.of(
                "profile-saved", (question, _) -> profile(question),
                "performance-approved", (question, _) -> performance(question),
                "submission-recorded", (question, _) -> submission(question),
                "production-recorded", this::production,
                "sanitisation-present", (question, _) -> sanitisation(question),
                "handover-recorded", (question, _) -> recorded(question, RecordKind.HANDOVER),
                "legacy-planned", (question, _) -> legacy(question));
    }

    private Answered profile(GateQuestion question) {
        String page = "/products/" + question.release().product();
        return facts.hasProfile(question.release())
                ? Answered.met("What the model is for is written down.", page)
                : Answered.notMet("Nothing is written down of what the model is for.", 0, page);
    }

    private Answered performance(GateQuestion question) {
        GateFacts.Subjects subjects = facts.performance(question.reader(), question.release());
        if (subjects.missing().isEmpty()) {
            return Answered.met(
                    "What the device must never stop doing is written down and approved.",
                    "/performance/" + subjects.all().getFirst().id());
        }
        return Answered.notMet(
                "Nothing is approved of what %s must never stop doing."
                        .formatted(
                                subjects.missing().stream().map(Subject::name).collect(Collectors.joining(", "))),
                subjects.missing().size(),
                "/performance/" + subjects.missing().getFirst().id());
    }

    private Answered submission(GateQuestion question) {
        return facts.hasSubmission(question.release(), question.market())
                ? Answered.met("A submission or certificate is recorded.", question.page(""))
                : Answered.notMet(
                        "No submission or certificate is recorded for %s."
                                .formatted(question.market().name()),
                        0,
                        question.page(""));
    }

    private Answered production(GateQuestion question, Requirement requirement) {
        return recorded(
                question,
                dev.ward.web.Worded.get(RecordKind.values(), Objects.requireNonNullElse(requirement.record(), "")));
    }

    private Answered recorded(GateQuestion question, RecordKind kind) {
        String page = question.page("/records/" + kind.word());
        List<LifeRecord> found = standing(question, kind);
        return found.isEmpty()
                ? Answered.notMet("Nothing is recorded.", 0, page)
                : Answered.met(
                        "Recorded on %s by %s."
                                .formatted(
                                        found.getFirst().happened(),
                                        found.getFirst().by()),
                        page);
    }

    private Answered sanitisation(GateQuestion question) {
        String page = question.page("/records/" + RecordKind.SANITISATION.word());
        List<LifeRecord> found = records.ofModel(
                question.reader(),
                question.release().product(),
                question.release().model(),
                1);
        return found.isEmpty()
                ? Answered.notMet("There are no instructions for the model.", 0, page)
                : Answered.met(
                        "There are instructions of %s."
                                .formatted(found.getFirst().happened()),
                        page);
    }

    private Answered legacy(GateQuestion question) {
        String page = question.page("/records/" + RecordKind.LEGACY_PLAN.word());
        List<LifeRecord> found = standing(question, RecordKind.LEGACY_PLAN);
        if (found.isEmpty()) {
            return Answered.notMet("The release is not in the legacy register.", 0, page);
        }
        LocalDate review = LocalDate.parse(found.getFirst().text("reviewOn"));
        return review.isBefore(question.today())
                ? Answered.notMet("The plan's review was due on %s.".formatted(review), 0, page)
                : Answered.met("There is a plan; its next review is on %s.".formatted(review), page);
    }

    private List<LifeRecord> standing(GateQuestion question, RecordKind kind) {
        return records.list(question.reader(), kind, question.release().id(), Long.MAX_VALUE, 500).stream()
                .filter(one -> one.market().equals(Market.ALL)
                        || one.market().equals(question.market().code()))
                .toList();
    }
}
