package dev.ward.correction;

import dev.ward.correction.Basis.Kind;
import dev.ward.standards.due.DueFacts.Determination;
import java.util.ArrayList;
import java.util.List;

/// What stands against calling a change a routine update. What is not known stands against it.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IV (routine updates and
/// patches) and VII.A; 21 CFR 806.1(b), 806.2.
final class RoutinePolicy {

    static final String RULED_OUT = "ruled-out";

    private RoutinePolicy() {}

    /// By the facts alone, whatever is answered.
    ///
    /// @return sentences; empty when nothing does
    static List<String> against(Basis basis) {
        List<String> all = new ArrayList<>();
        if (basis.determination() == Determination.UNCONTROLLED) {
            all.add("The risk of patient harm is uncontrolled: a routine update remedies controlled risks alone.");
        } else if (basis.determination() == Determination.UNKNOWN) {
            all.add(
                    "It is not decided whether the risk of patient harm is controlled in every product that is reached.");
        }
        for (Basis.Fact fact : basis.facts()) {
            if (fact.kind() == Kind.HARM && !fact.value().equals(RULED_OUT)) {
                all.add("%s: that the vulnerability contributed is not ruled out.".formatted(fact.title()));
            }
            if (fact.kind() == Kind.SERIOUS_HARM && isYesOrUndetermined(fact.value())) {
                all.add(("The worksheet answers \"%s\" whether serious adverse health consequences or death are"
                                + " reasonably probable: such a fix is never a routine update.")
                        .formatted(fact.value()));
            }
        }
        return all;
    }

    /// By the facts and the answers.
    static List<String> against(Basis basis, Answers answers) {
        List<String> all = new ArrayList<>(against(basis));
        switch (answers.seriousHarm()) {
            case YES ->
                all.add("A fix for a vulnerability with a reasonable probability of serious adverse health consequences"
                        + " or death is never a routine update.");
            case UNDETERMINED ->
                all.add(
                        "Whether serious adverse health consequences or death are reasonably probable is not determined.");
            case NO -> {}
        }
        switch (answers.correction()) {
            case YES -> {
                if (answers.exemption() == null) {
                    all.add("It is a correction or removal, and no exemption of 21 CFR 806.1(b) is claimed.");
                }
            }
            case UNDETERMINED -> all.add("Whether it is a correction or removal is not determined.");
            case NO -> {}
        }
        boolean reducesRisk = basis.facts().stream()
                .anyMatch(fact -> fact.kind() == Kind.OTHER_HARM && isYesOrUndetermined(fact.value()));
        if (answers.exemption() == Exemption.QUALITY_IMPROVEMENT && reducesRisk) {
            all.add(
                    "The worksheet does not deny a risk to health by its second limb: what reduces one is no mere quality"
                            + " improvement.");
        }
        return all;
    }

    private static boolean isYesOrUndetermined(String answer) {
        return answer.equals("yes") || answer.equals("undetermined");
    }
}
