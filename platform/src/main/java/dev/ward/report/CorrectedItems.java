package dev.ward.report;

import dev.ward.correction.Answers;
import dev.ward.correction.Change;
import dev.ward.correction.Recall;
import java.util.List;
import java.util.Locale;

/// What changes and recalls of a case say in the report and in the record of a correction or removal.
///
/// Source: 21 CFR 806.10(c)(7); 806.20(b)(3), (4).
final class CorrectedItems {

    private CorrectedItems() {}

    /// Which actions were taken and are expected.
    static void actions(CorrectionFacts facts, Filling item) {
        Corrected corrected = facts.known().corrected();
        String due = facts.casePage() + "/due";
        item.table(
                List.of("Change", "When", "What", "Compared with the version before", "Releases", "It is"),
                corrected.changes().stream().map(CorrectedItems::row).toList(),
                null,
                due);
        item.table(
                List.of("Recall", "Class", "Initiated", "Last status report", "Termination"),
                corrected.recalls().stream().map(CorrectedItems::row).toList(),
                null,
                due);
        item.lacksIf(
                corrected.changes().isEmpty() && corrected.recalls().isEmpty(),
                "what was done to the devices, as neither a change nor a recall is entered");
        item.lacks(corrected.unsigned().stream()
                .map("whether it is a routine update or a reportable correction (%s)"::formatted)
                .toList());
        item.lacks(corrected.recallsWithout(Recall::initiated).stream()
                .map("when it was initiated (%s)"::formatted)
                .toList());
    }

    private static List<String> row(Change one) {
        return List.of(
                "%d: %s".formatted(one.number(), one.description().kind().title()),
                Corrected.when(one),
                one.description().what(),
                one.description().compared(),
                Corrected.releases(one),
                one.state());
    }

    private static List<String> row(Recall one) {
        return List.of(
                one.title(),
                Corrected.classWords(one),
                Filling.or(one.initiated()),
                one.reports().isEmpty()
                        ? "none"
                        : Corrected.figures(one.reports().getLast()),
                Corrected.terminated(one));
    }

    /// Why nothing is reported, as it was signed of each change. What asks for a report is missing.
    static void justification(CorrectionFacts facts, Filling item) {
        Corrected corrected = facts.known().corrected();
        List<Corrected.Standing> standing = corrected.standing().toList();
        item.table(
                List.of("Change", "It is", "Correction or removal", "Serious harm", "Premarket submission", "Why"),
                standing.stream().map(CorrectedItems::row).toList(),
                null,
                facts.casePage() + "/due");
        item.lacksIf(corrected.changes().isEmpty(), "what was decided of a change, as none is entered");
        item.lacks(corrected.unsigned().stream()
                .map("that it is a routine update (%s)"::formatted)
                .toList());
        standing.stream()
                .filter(one -> !one.isRoutine())
                .forEach(one -> item.lacks("a reason of %s, which is signed as a reportable correction"
                        .formatted(Corrected.title(one.change()).toLowerCase(Locale.ROOT))));
        corrected
                .risky()
                .forEach(one -> item.lacks("why nothing is reported, as %s is of class %s, a risk to health"
                        .formatted(one.title(), one.recallClass())));
        boolean concluded = !standing.isEmpty()
                && standing.size() == corrected.changes().size()
                && standing.stream().allMatch(Corrected.Standing::isRoutine);
        item.lacks(
                concluded
                        ? "the follow-ups in a person's words"
                        : "the conclusion and the follow-ups in a person's words");
    }

    private static List<String> row(Corrected.Standing one) {
        Answers said = one.answers();
        return List.of(
                Corrected.title(one.change()),
                "%s, signed by %s"
                        .formatted(one.signed().outcome().title(), one.signed().by()),
                "%s: %s%s"
                        .formatted(
                                said.correction().title(),
                                said.correctionReason(),
                                said.exemption() == null
                                        ? ""
                                        : " " + said.exemption().title()),
                "%s: %s".formatted(said.seriousHarm().title(), said.seriousHarmReason()),
                "%s: %s".formatted(said.premarket().title(), said.premarketReason()),
                Filling.or(said.justification()));
    }
}
