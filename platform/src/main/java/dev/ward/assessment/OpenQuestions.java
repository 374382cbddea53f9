package dev.ward.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What stands in the way of a signature, in sentences.
final class OpenQuestions {

    private static final String UNDETERMINED =
            "%s is undetermined: it is treated as present until a day on which it is looked at again. Name that day.";

    private OpenQuestions() {}

    static List<String> ofPresence(Assessment assessment, LocalDate today) {
        List<String> open = new ArrayList<>();
        for (Assessment.Place place : assessment.releases()) {
            if (!place.configurations().isEmpty()) {
                int before = open.size();
                place.configurations().forEach(one -> ofConfiguration(place, one, today, open));
                if (open.size() == before && !place.presence().isAnswer()) {
                    open.add("The configurations of %s are others than they were. Say it of one of them again."
                            .formatted(place.name()));
                }
            } else if (!place.presence().isAnswer()) {
                open.add("It is not said whether it is in %s.".formatted(place.name()));
            } else if (place.presence() == Presence.UNDETERMINED
                    && (place.recheckOn() == null || !place.recheckOn().isAfter(today))) {
                open.add(UNDETERMINED.formatted(place.name()));
            }
        }
        return open;
    }

    private static void ofConfiguration(
            Assessment.Place place, Assessment.Configured one, LocalDate today, List<String> open) {
        String where = "%s as %s".formatted(place.name(), one.name());
        if (!one.presence().isAnswer()) {
            open.add("It is not said whether it is in %s.".formatted(where));
        } else if (one.presence() == Presence.UNDETERMINED
                && (one.recheckOn() == null || !one.recheckOn().isAfter(today))) {
            open.add(UNDETERMINED.formatted(where));
        }
    }

    static List<String> ofExploitability(Assessment assessment, Judgement judgement) {
        List<String> open = new ArrayList<>();
        if (assessment.isAbsent()) {
            return open;
        }
        judgement.derived().open().forEach(question -> open.add("Not answered: " + question.text()));
        if (assessment.exploitability().exploitation() == null && judgement.exploitation() == null) {
            open.add("Not answered: is it exploited?");
        }
        if (assessment.exploitability().override() != null
                && assessment.exploitability().reason().isEmpty()) {
            open.add("The class differs from the table's, and no reason is given.");
        }
        return open;
    }

    static List<String> ofHarm(Assessment assessment) {
        List<String> open = new ArrayList<>();
        if (assessment.isAbsent()) {
            return open;
        }
        HarmPart harm = assessment.harm();
        if (harm.compromised().isEmpty() && harm.noneReason().isEmpty()) {
            open.add("No essential function is named, and nobody said why none is compromised.");
        }
        if (harm.multiPatient() == null) {
            open.add("Not answered: can one attack harm several patients?");
        }
        if (harm.privacy() == null) {
            open.add("Not answered: what can it do to the privacy of people?");
        }
        for (HarmPart.Compromised one : harm.compromised()) {
            if (one.severity().compareTo(one.worst()) < 0 && one.why().isEmpty()) {
                open.add("\"%s\" is rated below the worst harm of its loss, and no reason is given."
                        .formatted(one.name()));
            }
        }
        return open;
    }

    static List<String> ofDetermination(Assessment assessment, Judgement judgement, LocalDate today) {
        DeterminationPart part = assessment.determination();
        List<String> open = new ArrayList<>();
        if (!assessment.isAbsent()) {
            ofControls(part, judgement, open);
            DeterminationPart.Chained chained = part.chained();
            if (!part.chain().isEmpty() && (chained == null || chained.words().isEmpty())) {
                open.add("It is not said what each vulnerability of the chain gives for the next.");
            }
            if (judgement.byJudgement() && part.rationale().isEmpty()) {
                open.add("The result is left to judgement, and its reasons are missing.");
            }
        }
        if (judgement.verdict() != Verdict.UNCONTROLLED) {
            if (part.reassessBy() == null) {
                open.add("The day on which it is looked at again at the latest is missing.");
            } else if (!part.reassessBy().isAfter(today)) {
                open.add("The day on which it is looked at again, %s, has come.".formatted(part.reassessBy()));
            }
        }
        ofCoverage(part, today, open);
        return open;
    }

    private static void ofCoverage(DeterminationPart part, LocalDate today, List<String> open) {
        LocalDate until = part.coversUntil();
        LocalDate again = part.reassessBy();
        if (until == null) {
            return;
        }
        if (!until.isAfter(today)) {
            open.add("The day until which further releases are covered, %s, has come.".formatted(until));
        } else if (again != null && until.isAfter(again)) {
            open.add(
                    "The day until which further releases are covered, %s, is after the day on which it is looked at again."
                            .formatted(until));
        }
    }

    private static void ofControls(DeterminationPart part, Judgement judgement, List<String> open) {
        part.controls().stream()
                .filter(control -> control.newRisk().isEmpty())
                .forEach(control ->
                        open.add("It is not said what the control \"%s\" makes worse.".formatted(control.name())));
        if (judgement.isLowered()) {
            if (part.controls().stream().noneMatch(DeterminationPart.Control::inPlace)) {
                open.add("The risk is said to be less, and no control is in place.");
            }
            if (part.residualReason().isEmpty()) {
                open.add("It is not said why the controls that are in place make the risk less.");
            }
        }
    }
}
