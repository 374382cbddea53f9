package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.standards.due.ConditionState;
import dev.ward.standards.due.RuleSetResult;
import dev.ward.standards.due.RuleSetResult.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafts the record of a correction or removal that is not reported, which the designated person
/// reviews and signs.
///
/// Source: 21 CFR 806.20(b).
@Component
class CorrectionRecord implements Drafting {

    private static final String GUIDANCE = "FDA-FINAL-2016";
    private static final String DEVICE = "device";
    private static final String UNCONTROLLED = "uncontrolled";
    private static final String DISCRETION = "discretion";
    private static final String CONTROLLED = "Not asked: the risk is controlled. %s.";
    private static final String NO_DEVICE =
            "Not asked: it is no medical device on the market of the United States. %s.";
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
        return Map.of(
                "0", due, "(b)(1)", "/products", "(b)(2)", "/devices", "(b)(3)", due, "(b)(4)", due, "(b)(5)", due);
    }

    /// Whether it concerns the case, and all five. The first alone where there is no correction or removal.
    static List<DraftItem> items(CorrectionFacts facts) {
        DraftItem concern = CorrectionConcern.recordItem(facts.known());
        if (CorrectionConcern.absent(facts.known())) {
            return List.of(concern);
        }
        return List.of(
                concern,
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
                .filter(one -> Set.of(CorrectionConcern.RULES, GUIDANCE)
                        .contains(one.ruleSet().id()))
                .toList();
        RuleWords words = RuleWords.of(asked);
        asked.forEach(one -> result(one, words, item));
        lacking(CorrectionConcern.rules(facts.known()), item);
        CorrectedItems.justification(facts, item);
        return item.item();
    }

    /// What one set of rules came to. What follows only from what is not so was not asked, and is no reason.
    private static void result(RuleSetResult one, RuleWords words, Filling item) {
        item.words("%s (%s %s): %s.%s"
                .formatted(
                        one.ruleSet().name(),
                        one.ruleSet().id(),
                        one.ruleSet().version(),
                        one.outcome().name(),
                        one.isCertain() ? "" : " Something is not known; it may come to something else."));
        boolean abroad = isNot(one, DEVICE);
        boolean controlled = isNot(one, UNCONTROLLED);
        List<Answered> left = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Answered gate : one.gates()) {
            boolean stands = gate.id().equals(DEVICE)
                    || (!abroad && (!controlled || !gate.id().equals(DISCRETION)));
            if (stands) {
                rows.add(List.of(gate.name(), gate.gateText(), words.plain(gate.because())));
            } else {
                left.add(gate);
            }
        }
        for (Answered point : one.conditions()) {
            if (abroad || controlled) {
                left.add(point);
            } else {
                rows.add(List.of(point.name(), RuleWords.state(point.state()), words.plain(point.because())));
            }
        }
        item.table(
                List.of("Gate or condition", "State", "Because"),
                rows,
                null,
                "/due/rules/" + one.ruleSet().id());
        if (!left.isEmpty()) {
            item.words((abroad ? NO_DEVICE : CONTROLLED)
                    .formatted(left.stream().map(Answered::name).collect(Collectors.joining("; "))));
        }
    }

    private static boolean isNot(RuleSetResult one, String gate) {
        return one.gates().stream()
                .anyMatch(answered -> answered.id().equals(gate) && answered.state() == ConditionState.NOT_MET);
    }

    private static void lacking(@Nullable RuleSetResult rules, Filling item) {
        if (rules == null) {
            item.lacks("what 21 CFR 806 comes to, as it was not asked");
            return;
        }
        item.lacksIf(
                !NOT_REPORTED.contains(rules.outcome().key()),
                "a reason in the rules: they come to \"%s\""
                        .formatted(rules.outcome().name()));
        item.lacksIf(!rules.isCertain(), "what would make the outcome certain");
    }
}
