package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.ProductId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MitigationTest {

    private static final UUID FUNCTION = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final VulnerabilityFacts UNHEARD =
            new VulnerabilityFacts("W-1", null, "", null, null, null, null, List.of(), null);

    private static Assessment assessment(HarmSeverity severity, MitigationPart mitigation) {
        HarmPart harm = new HarmPart(
                List.of(new HarmPart.Compromised(
                        FUNCTION, "Delivers the drug", "Pump", 1, severity, severity, "ICU", "")),
                "",
                Known.NO,
                PrivacyHarm.NONE,
                "");
        return new Assessment(
                new AssessmentId(UUID.fromString("00000000-0000-7000-8000-000000000002")),
                "W-1",
                null,
                new ProductId(UUID.fromString("00000000-0000-7000-8000-000000000003")),
                "Pump",
                1,
                AssessmentState.OPEN,
                1,
                new ExploitabilityPart(Map.of(), Exploitation.NONE, "", null, Map.of(), Exploitability.MEDIUM, "why"),
                harm,
                new DeterminationPart(
                        List.of(), Map.of(), null, null, "", null, "", LocalDate.of(2027, 1, 1), List.of()),
                mitigation,
                List.of(new Assessment.Place(
                        UUID.fromString("00000000-0000-7000-8000-000000000004"),
                        "Pump 1",
                        null,
                        false,
                        Presence.PRESENT,
                        null,
                        "",
                        null)),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static MitigationPart.Option option(OptionKind kind, OptionChoice choice) {
        Map<Aspect, String> aspects = new HashMap<>();
        for (Aspect aspect : Aspect.values()) {
            aspects.put(aspect, "None.");
        }
        return new MitigationPart.Option(
                kind, choice, "It is so.", choice == OptionChoice.IMPOSSIBLE ? Map.of() : aspects);
    }

    private static List<MitigationPart.Option> choosing(OptionKind... chosen) {
        List<MitigationPart.Option> options = new ArrayList<>();
        for (OptionKind kind : OptionKind.values()) {
            boolean is = List.of(chosen).contains(kind);
            options.add(option(kind, is ? OptionChoice.CHOSEN : OptionChoice.IMPOSSIBLE));
        }
        return options;
    }

    private static MitigationPart whole(List<MitigationPart.Option> options, MitigationPart.Measure... measures) {
        Map<QualityRecord, String> none = new HashMap<>();
        for (QualityRecord kind : QualityRecord.values()) {
            none.put(kind, "It is a routine update.");
        }
        return new MitigationPart(
                options,
                List.of(measures),
                List.of(),
                "Nobody needs to do anything.",
                List.of(),
                none,
                Map.of(Artefact.TESTS, "A test of the limit."),
                "");
    }

    private static MitigationPart.Measure measure(MeasureKind kind) {
        return new MitigationPart.Measure(FUNCTION, kind, "The pump checks the order.", "");
    }

    private static List<String> open(Assessment assessment) {
        return MitigationQuestions.of(assessment, Judgement.of(assessment, UNHEARD, RiskTables.SHIPPED));
    }

    @Test
    @Statement("PR-5.2")
    void asksForAMeasureOfEachKindForEachThreatenedFunction() {
        MitigationPart protectedOnly = whole(choosing(OptionKind.FIX), measure(MeasureKind.PROTECT));

        assertThat(open(assessment(HarmSeverity.MINOR, protectedOnly)))
                .containsExactly(
                        "No measure is named to respond \"Delivers the drug\", and nobody said why none applies.",
                        "No measure is named to recover \"Delivers the drug\", and nobody said why none applies.");
    }

    @Test
    @Statement("PR-5.2")
    void takesAReasonWhereNoMeasureApplies() {
        MitigationPart answered = whole(
                choosing(OptionKind.FIX),
                measure(MeasureKind.PROTECT),
                measure(MeasureKind.RESPOND),
                new MitigationPart.Measure(FUNCTION, MeasureKind.RECOVER, "", "Nothing is lost."));

        assertThat(open(assessment(HarmSeverity.MINOR, answered))).isEmpty();
    }

    @Test
    @Statement("ADV-1c.1")
    void asksOfEveryOptionWhatBecameOfItAndOfAWeighedOneEverything() {
        MitigationPart bare = whole(List.of(
                new MitigationPart.Option(OptionKind.FIX, OptionChoice.REJECTED, "", Map.of(Aspect.ALARMS, "None."))));

        assertThat(open(assessment(HarmSeverity.MINOR, bare)))
                .contains(
                        "No reason is given of this option: Fix.",
                        "It is not said whether this is chosen, rejected or not possible: Withdraw from use.",
                        "No option is chosen.")
                .anySatisfy(one -> assertThat(one)
                        .startsWith("Not said of the option \"Fix\": essential performance;")
                        .doesNotContain("alarms"));
    }

    @Test
    @Statement("ADV-1c.1")
    void neverAcceptsAnUncontrolledRisk() {
        MitigationPart accepted = whole(choosing(OptionKind.ACCEPT_CONTROLLED));
        MitigationPart left = whole(choosing(OptionKind.END_OF_SUPPORT));

        assertThat(open(assessment(HarmSeverity.CRITICAL, accepted))).contains(MitigationQuestions.UNCONTROLLED);
        assertThat(open(assessment(HarmSeverity.CRITICAL, left)))
                .contains("The risk is uncontrolled, and what is chosen leaves it as it is.");
        assertThat(open(assessment(HarmSeverity.MINOR, accepted))).doesNotContain(MitigationQuestions.UNCONTROLLED);
    }

    @Test
    void asksOfTheQualitySystemAndOfTheDesign() {
        MitigationPart nothing = new MitigationPart(
                choosing(OptionKind.COMPENSATING_CONTROL),
                List.of(),
                List.of(),
                "",
                List.of(new MitigationPart.QualityLink(QualityRecord.CAPA, "CAPA-7", "QMS", "Open")),
                Map.of(),
                Map.of(),
                "");

        assertThat(open(assessment(HarmSeverity.MINOR, nothing)))
                .contains(
                        "No record of the quality system is named, and nobody said why there is none: Design change.",
                        "No document of the design is named that this touches, and nobody said why none is.",
                        "A compensating control is chosen. Nobody who uses the device was asked, and it is not said why.")
                .noneMatch(one -> one.endsWith("Corrective or preventive action (CAPA)."));
    }

    @Test
    @Statement("X1")
    void keepsTheTextOfDecisionsThatWereMadeBeforeOptionsWereAskedFor() throws Exception {
        String kept;
        try (var in = MitigationTest.class.getResourceAsStream("/assessment/decision-of-the-first-layout.json")) {
            kept = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }

        DecisionContent content = DecisionContent.parse(kept);
        Assessment assessed = content.assessed();
        Judgement judgement = Judgement.of(assessed, content.facts(), RiskTables.SHIPPED);

        assertThat(content.text()).isEqualTo(kept);
        assertThat(DecisionContent.Outcome.of(judgement)).isEqualTo(content.outcome());
        assertThat(DecisionContent.of(assessed, content.facts(), RiskTables.SHIPPED, judgement, content.signed())
                        .text())
                .isEqualTo(kept);
        assertThat(MitigationQuestions.of(assessed, judgement)).isEmpty();
        Assessment anew = assessed.anew(null, Instant.EPOCH);
        assertThat(Objects.requireNonNull(anew.mitigation()).options())
                .singleElement()
                .satisfies(one -> assertThat(one.aspects()).containsEntry(Aspect.ALARMS, "None."));
        assertThat(anew.determination().effects()).isEmpty();
    }

    @Test
    @Statement("X1")
    void keepsWhatIsDoneWithTheDecision() {
        MitigationPart part = whole(
                choosing(OptionKind.FIX),
                measure(MeasureKind.PROTECT),
                new MitigationPart.Measure(UUID.randomUUID(), MeasureKind.PROTECT, "Of a function no more.", ""));
        Assessment one = assessment(HarmSeverity.MINOR, part);
        DecisionContent content = DecisionContent.of(
                one, UNHEARD, RiskTables.SHIPPED, Judgement.of(one, UNHEARD, RiskTables.SHIPPED), Map.of());

        DecisionContent read = DecisionContent.parse(content.text());

        assertThat(read.layout()).isEqualTo(2);
        assertThat(read.text()).isEqualTo(content.text()).doesNotContain("Of a function no more.");
        assertThat(read.assessed().mitigation()).isEqualTo(part.of(one.harm()));
    }
}
