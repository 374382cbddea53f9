package dev.ward.home.demo;

import dev.ward.assessment.Artefact;
import dev.ward.assessment.ConsultedSide;
import dev.ward.assessment.HarmPart;
import dev.ward.assessment.MeasureKind;
import dev.ward.assessment.MitigationPart;
import dev.ward.assessment.Objection;
import dev.ward.assessment.QualityRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is done about the demo's vulnerabilities, as its files tell it.
///
/// @param measures  by the name of the essential function
record DemoMitigations(
        List<MitigationPart.Option> options,
        Map<String, Map<MeasureKind, Measured>> measures,
        List<Consulted> consultations,
        String noConsultation,
        List<MitigationPart.QualityLink> links,
        Map<QualityRecord, String> noLinks,
        Map<Artefact, String> artefacts,
        String noArtefacts) {

    record Measured(String words, String noneReason) {}

    record Consulted(String who, ConsultedSide side, int daysAgo, String said, String answer, Objection objection) {}

    MitigationPart of(HarmPart harm, LocalDate today) {
        List<MitigationPart.Measure> said = new ArrayList<>();
        for (HarmPart.Compromised function : harm.compromised()) {
            measures.getOrDefault(function.name(), Map.of())
                    .forEach((kind, one) -> said.add(
                            new MitigationPart.Measure(function.function(), kind, one.words(), one.noneReason())));
        }
        return new MitigationPart(
                options,
                said,
                consultations.stream()
                        .map(one -> new MitigationPart.Consultation(
                                one.who(),
                                one.side(),
                                today.minusDays(one.daysAgo()),
                                one.said(),
                                one.answer(),
                                one.objection()))
                        .toList(),
                noConsultation,
                links,
                noLinks,
                artefacts,
                noArtefacts);
    }
}
