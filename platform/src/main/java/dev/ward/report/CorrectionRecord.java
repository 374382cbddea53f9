package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.standards.due.RuleSetResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Drafts the record of a correction or removal that is not reported, which the designated person
/// reviews and signs.
///
/// Source: 21 CFR 806.20(b).
@Component
class CorrectionRecord implements Drafting {

    private static final String RULES = "21CFR806";
    private static final String GUIDANCE = "FDA-FINAL-2016";
    /// What the rules come to when nothing has to be reported.
    private static final Set<String> NOT_REPORTED = Set.of("not-applicable", "record", "reliance", "reliance-past");

    @Override
    public DraftKind kind() {
        return DraftKind.FDA_806_20;
    }

    @Override
    public Draft draft(CaseReading reading) {
        return new Draft(kind(), reading.number(), items(reading.correction(false)));
    }

    @Override
    public Map<String, String> places(CaseNumber number) {
        String due = "/cases/" + number + "/due";
        return Map.of("(b)(1)", "/products", "(b)(2)", "/devices", "(b)(3)", due, "(b)(4)", due, "(b)(5)", due);
    }

    static List<DraftItem> items(CorrectionFacts facts) {
        return List.of(
                DeviceItems.names(facts, "(b)(1)", true),
                DeviceItems.identifiers(facts, "(b)(2)"),
                CourseItems.course(facts, "(b)(3)"),
                justification(facts),
                CourseItems.communications(facts, "(b)(5)", false));
    }

    private static DraftItem justification(CorrectionFacts facts) {
        Filling item = new Filling(
                "(b)(4)",
                "Justification for not reporting, with conclusions and follow-ups, reviewed by a designated person",
                "What the rules come to; signed decisions; changes: what was signed; recalls: class; conclusion of a person;"
                        + " signature of the designated person");
        List<RuleSetResult> asked = facts.known().due().result().ruleSets().stream()
                .filter(one -> Set.of(RULES, GUIDANCE).contains(one.ruleSet().id()))
                .toList();
        for (RuleSetResult one : asked) {
            item.words("%s %s: %s.%s"
                    .formatted(
                            one.ruleSet().id(),
                            one.ruleSet().version(),
                            one.outcome().name(),
                            one.isCertain() ? "" : " Something is not known; it may come to something else."));
            item.table(
                    List.of("Gate or condition", "State", "Because"),
                    Stream.concat(
                                    one.gates().stream()
                                            .map(gate -> List.of(gate.name(), gate.gateText(), gate.because())),
                                    one.conditions().stream()
                                            .map(point -> List.of(
                                                    point.name(), point.state().text(), point.because())))
                            .toList(),
                    null,
                    "/due/rules/" + one.ruleSet().id());
        }
        lacking(asked, item);
        CorrectedItems.justification(facts, item);
        return item.item();
    }

    private static void lacking(List<RuleSetResult> asked, Filling item) {
        asked.stream()
                .filter(one -> one.ruleSet().id().equals(RULES))
                .findFirst()
                .ifPresentOrElse(
                        one -> {
                            item.lacksIf(
                                    !NOT_REPORTED.contains(one.outcome().key()),
                                    "a reason in the rules: they come to \"%s\""
                                            .formatted(one.outcome().name()));
                            item.lacksIf(!one.isCertain(), "what would make the outcome certain");
                        },
                        () -> item.lacks("what 21 CFR 806 comes to, as it was not asked"));
    }
}
