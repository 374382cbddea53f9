package dev.ward.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands in the way of a result's signature in what is done about a vulnerability, in sentences.
final class MitigationQuestions {

    static final String UNCONTROLLED = "An uncontrolled risk is not accepted. Choose what brings it down.";

    private MitigationQuestions() {}

    static List<String> of(Assessment assessment, Judgement judgement) {
        MitigationPart part = assessment.mitigation();
        List<String> open = new ArrayList<>();
        if (part == null || assessment.isAbsent()) {
            return open;
        }
        ofOptions(part, assessment, judgement, open);
        ofMeasures(part, assessment.harm(), open);
        ofConsultation(part, open);
        ofQuality(part, open);
        if (part.artefacts().isEmpty() && part.noArtefacts().isEmpty()) {
            open.add("No document of the design is named that this touches, and nobody said why none is.");
        }
        return open;
    }

    /// Whether a risk that is uncontrolled is said to be accepted.
    static boolean acceptsUncontrolled(MitigationPart part, Judgement judgement) {
        return judgement.verdict() == Verdict.UNCONTROLLED && part.chosen().contains(OptionKind.ACCEPT_CONTROLLED);
    }

    private static void ofOptions(MitigationPart part, Assessment assessment, Judgement judgement, List<String> open) {
        for (OptionKind kind : OptionKind.values()) {
            ofOption(kind, part.option(kind), open);
        }
        List<OptionKind> chosen = part.chosen();
        if (chosen.isEmpty()) {
            open.add("No option is chosen.");
        } else if (acceptsUncontrolled(part, judgement)) {
            open.add(UNCONTROLLED);
        } else if (chosen.contains(OptionKind.ACCEPT_CONTROLLED) && chosen.size() > 1) {
            open.add("To accept the risk is chosen, and something is done about it too. Choose one of both.");
        } else if (judgement.verdict() == Verdict.UNCONTROLLED
                && chosen.stream().noneMatch(OptionKind::remediates)) {
            open.add("The risk is uncontrolled, and what is chosen leaves it as it is.");
        }
        MitigationPart.Option control = part.option(OptionKind.COMPENSATING_CONTROL);
        if (!assessment.determination().controls().isEmpty()
                && control != null
                && control.choice() == OptionChoice.IMPOSSIBLE) {
            open.add("A control is named, and compensating controls are said to be not possible.");
        }
    }

    private static void ofOption(OptionKind kind, MitigationPart.@Nullable Option option, List<String> open) {
        if (option == null || option.choice() == null) {
            open.add("It is not said whether this is chosen, rejected or not possible: %s.".formatted(kind.title()));
            return;
        }
        if (option.why().isEmpty()) {
            open.add("No reason is given of this option: %s.".formatted(kind.title()));
        }
        if (option.choice().isWeighed()) {
            String missing = List.of(Aspect.values()).stream()
                    .filter(aspect -> !option.aspects().containsKey(aspect))
                    .map(aspect -> aspect.title().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("; "));
            if (!missing.isEmpty()) {
                open.add("Not said of the option \"%s\": %s.".formatted(kind.title(), missing));
            }
        }
    }

    private static void ofMeasures(MitigationPart part, HarmPart harm, List<String> open) {
        for (HarmPart.Compromised one : harm.compromised()) {
            for (MeasureKind kind : MeasureKind.values()) {
                if (part.measure(one.function(), kind).isEmpty()) {
                    open.add("No measure is named to %s \"%s\", and nobody said why none applies."
                            .formatted(kind.word(), one.name()));
                }
            }
        }
    }

    private static void ofConsultation(MitigationPart part, List<String> open) {
        if (part.chosen().contains(OptionKind.COMPENSATING_CONTROL)
                && part.consultations().isEmpty()
                && part.noConsultation().isEmpty()) {
            open.add("A compensating control is chosen. Nobody who uses the device was asked, and it is not said why.");
        }
    }

    private static void ofQuality(MitigationPart part, List<String> open) {
        for (QualityRecord kind : QualityRecord.values()) {
            if (part.links(kind).isEmpty()
                    && part.noLinks().getOrDefault(kind, "").isEmpty()) {
                open.add("No record of the quality system is named, and nobody said why there is none: %s."
                        .formatted(kind.title()));
            }
        }
    }
}
