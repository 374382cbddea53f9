package dev.ward.report;

import dev.ward.regulation.EvidenceEntry;
import dev.ward.standards.due.ConditionState;
import dev.ward.standards.due.RuleSetResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether the report of a correction or removal, or the record of one that is not reported, concerns a
/// case. Where it does not, it is drafted all the same unless there is no correction or removal at all.
///
/// Source: 21 CFR 806.10(b), (f); 806.20(a).
final class CorrectionConcern {

    static final String RULES = "21CFR806";

    /// What the rules come to when nothing has to be reported and something was done.
    private static final Set<String> NOT_REPORTED = Set.of("record", "reliance", "reliance-past");
    /// While nothing is done yet.
    private static final Set<String> NOT_BEGUN = Set.of("wait", "due-on-initiation");
    private static final Set<String> REPORTED = Set.of("reported", "reported-late");
    private static final String NOT_APPLICABLE = "not-applicable";
    private static final String REPORT =
            "Drafted for the report of the correction or removal, to be checked and sent to the FDA by a person.";
    private static final String RECORD = "Drafted for the record of a correction or removal that is not reported, which"
            + " the designated person reviews and signs.";

    private static final Concern UNASKED =
            Concern.unknown("What 21 CFR 806 comes to is not known, as it was not asked.");

    private CorrectionConcern() {}

    /// What the rules of 21 CFR 806 come to; null when they were not asked.
    static @Nullable RuleSetResult rules(KnownOfCase known) {
        return known.due().result().ruleSets().stream()
                .filter(one -> one.ruleSet().id().equals(RULES))
                .findFirst()
                .orElse(null);
    }

    static Concern report(KnownOfCase known) {
        List<EvidenceEntry> made = EnteredReports.corrections(known);
        if (!made.isEmpty()) {
            return Concern.yes("A report was made on %s.".formatted(EnteredReports.days(made)));
        }
        RuleSetResult rules = rules(known);
        if (rules == null) {
            return UNASKED;
        }
        Concern both = both(known, rules);
        if (both != null) {
            return both;
        }
        List<EvidenceEntry> other = EnteredReports.events(known);
        if (!other.isEmpty() && REPORTED.contains(rules.outcome().key())) {
            return Concern.no(
                    "It was reported as an event under 21 CFR 803 on %s, and needs no report of its own (806.10(f))."
                            .formatted(EnteredReports.days(other)));
        }
        boolean due = !NOT_REPORTED.contains(rules.outcome().key())
                && !rules.outcome().key().equals(NOT_APPLICABLE);
        return due ? Concern.yes(come(rules)) : Concern.no(come(rules));
    }

    static Concern record(KnownOfCase known) {
        List<EvidenceEntry> made = EnteredReports.corrections(known);
        RuleSetResult rules = rules(known);
        if (!made.isEmpty()) {
            return Concern.no("It was reported on %s.".formatted(EnteredReports.days(made)));
        }
        if (rules == null) {
            return UNASKED;
        }
        Concern both = both(known, rules);
        if (both != null) {
            return both;
        }
        if (REPORTED.contains(rules.outcome().key())) {
            return Concern.no("It was reported as an event under 21 CFR 803 on %s (806.10(f))."
                    .formatted(EnteredReports.days(EnteredReports.events(known))));
        }
        return NOT_REPORTED.contains(rules.outcome().key()) ? Concern.yes(come(rules)) : Concern.no(come(rules));
    }

    /// What is said of both: that there is no correction or removal, or that it is not known; null when each
    /// is to be asked by itself.
    private static @Nullable Concern both(KnownOfCase known, RuleSetResult rules) {
        if (absent(known)) {
            return Concern.no("No correction or removal was initiated. " + come(rules));
        }
        if (NOT_BEGUN.contains(rules.outcome().key())) {
            return Concern.unknown("No correction or removal is initiated yet. " + come(rules));
        }
        return rules.isCertain()
                ? null
                : Concern.unknown("%s Something is not known; it may come to: %s."
                        .formatted(
                                come(rules),
                                rules.possible().stream()
                                        .filter(one -> !one.equals(rules.outcome()))
                                        .map(one -> "\"" + one.name() + "\"")
                                        .collect(Collectors.joining(", "))));
    }

    private static String come(RuleSetResult rules) {
        return "The rules come to: \"%s\".".formatted(rules.outcome().name());
    }

    /// Whether it is certain that there is no correction or removal, that none is asked for, and that nothing
    /// was reported: then nothing is drafted but that.
    static boolean absent(KnownOfCase known) {
        RuleSetResult rules = rules(known);
        return rules != null
                && rules.isCertain()
                && Set.of("record", NOT_APPLICABLE).contains(rules.outcome().key())
                && EnteredReports.corrections(known).isEmpty()
                && rules.gates().stream()
                        .anyMatch(gate -> gate.id().equals("initiated") && gate.state() == ConditionState.NOT_MET);
    }

    static DraftItem reportItem(KnownOfCase known) {
        return item(report(known), REPORT);
    }

    static DraftItem recordItem(KnownOfCase known) {
        return item(record(known), RECORD);
    }

    private static DraftItem item(Concern concern, String label) {
        Filling item = new Filling(
                "0",
                "What the draft is, and whether it concerns the case",
                "What 21 CFR 806 comes to; reports that are entered");
        switch (concern.answer()) {
            case YES -> item.words("It concerns the case. " + concern.because());
            case NO -> item.words("It does not concern the case. " + concern.because());
            case UNKNOWN ->
                item.lacks("whether it concerns the case; it is drafted as if it did")
                        .words(concern.open());
        }
        return item.words(label).item();
    }
}
