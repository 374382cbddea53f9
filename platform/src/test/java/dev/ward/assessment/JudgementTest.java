package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.ProductId;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricAnswer;
import dev.ward.standards.rubric.RubricQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    private static final VulnerabilityFacts UNHEARD =
            new VulnerabilityFacts("W-1", null, "", null, null, null, null, List.of(), null);

    private static VulnerabilityFacts said(@Nullable String exploitation, @Nullable LocalDate kev) {
        return new VulnerabilityFacts(
                "CVE-2099-1", UUID.randomUUID(), "", kev, exploitation, null, null, List.of(), null);
    }

    /// Over the network, at will, by anybody, alone: as bad as it gets.
    private static Map<String, RubricAnswer> answers(RubricAnswer all) {
        Map<String, RubricAnswer> answers = new HashMap<>();
        for (RubricQuestion question : MedicalDeviceRubric.questions()) {
            answers.put(question.id(), question.leads().containsKey(all) ? all : RubricAnswer.UNKNOWN);
        }
        return answers;
    }

    private static Assessment assessment(
            ExploitabilityPart exploitability, HarmPart harm, DeterminationPart determination, Presence... presences) {
        return new Assessment(
                new AssessmentId(UUID.randomUUID()),
                "CVE-2099-1",
                null,
                new ProductId(UUID.randomUUID()),
                "Pump",
                1,
                AssessmentState.OPEN,
                1,
                exploitability,
                harm,
                determination,
                MitigationPart.EMPTY,
                List.of(presences).stream()
                        .map(presence -> new Assessment.Place(
                                UUID.randomUUID(), "Pump 1", null, false, presence, null, "", null))
                        .toList(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static ExploitabilityPart of(@Nullable Exploitability override) {
        return new ExploitabilityPart(
                answers(RubricAnswer.NO),
                Exploitation.NONE,
                "",
                null,
                Map.of(),
                override,
                override == null ? "" : "why");
    }

    private static HarmPart harm(HarmSeverity severity, @Nullable Known several) {
        return new HarmPart(
                List.of(new HarmPart.Compromised(
                        UUID.randomUUID(), "Delivers", "Pump", 1, HarmSeverity.CATASTROPHIC, severity, "", "why")),
                "",
                several,
                PrivacyHarm.NONE,
                "");
    }

    private static DeterminationPart result(@Nullable Verdict verdict) {
        return new DeterminationPart(List.of(), Map.of(), null, null, "", verdict, "because", null, List.of());
    }

    private static Judgement judge(Assessment assessment, VulnerabilityFacts facts) {
        return Judgement.of(assessment, facts, RiskTables.SHIPPED);
    }

    @Test
    @Statement({"PR-3.4", "X3"})
    void takesWhatNobodyKnowsForTheWorst() {
        Judgement judgement = judge(
                assessment(ExploitabilityPart.EMPTY, HarmPart.EMPTY, DeterminationPart.EMPTY, Presence.UNDETERMINED),
                UNHEARD);

        assertThat(judgement.exploitation()).isNull();
        assertThat(judgement.exploitability()).isEqualTo(Exploitability.HIGH);
        assertThat(judgement.harm()).isEqualTo(HarmSeverity.CATASTROPHIC);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNCONTROLLED);
        assertThat(judgement.priority().outcome().name()).isEqualTo("Immediate");
    }

    @Test
    @Statement("PR-3.3")
    void letsTheGraverOfSourcesAndPeopleCount() {
        Assessment none = assessment(of(null), harm(HarmSeverity.MINOR, Known.NO), result(null), Presence.PRESENT);

        assertThat(judge(none, UNHEARD).exploitation()).isEqualTo(Exploitation.NONE);
        assertThat(judge(none, said("poc", null)).exploitation()).isEqualTo(Exploitation.PUBLIC_POC);
        assertThat(judge(none, said("none", LocalDate.of(2026, 1, 1))).exploitation())
                .isEqualTo(Exploitation.ACTIVE);
        assertThat(judge(none, said("none", LocalDate.of(2026, 1, 1))).exploitability())
                .isEqualTo(Exploitability.HIGH);
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, NEGLIGIBLE, CONTROLLED, false", "LOW, CRITICAL, UNCONTROLLED, true",
        "LOW, CATASTROPHIC, UNCONTROLLED, true", "MEDIUM, MINOR, CONTROLLED, false",
        "MEDIUM, SERIOUS, UNCONTROLLED, true", "MEDIUM, CRITICAL, UNCONTROLLED, false",
        "HIGH, MINOR, CONTROLLED, true", "HIGH, SERIOUS, UNCONTROLLED, false"
    })
    void readsTheMatrix(Exploitability exploitability, HarmSeverity severity, Verdict verdict, boolean byJudgement) {
        Judgement judgement = judge(
                assessment(of(exploitability), harm(severity, Known.NO), result(null), Presence.PRESENT), UNHEARD);

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.byJudgement()).isEqualTo(byJudgement);
    }

    @Test
    void letsNobodyJudgeAnUncontrolledRiskAway() {
        Judgement judgement = judge(
                assessment(
                        of(Exploitability.HIGH),
                        harm(HarmSeverity.CATASTROPHIC, Known.YES),
                        result(Verdict.CONTROLLED),
                        Presence.PRESENT),
                UNHEARD);

        assertThat(judgement.byJudgement()).isFalse();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNCONTROLLED);
    }

    @Test
    void leavesHarmToSeveralPatientsToJudgementAndMakesNothingMilder() {
        Assessment several = assessment(
                of(Exploitability.LOW), harm(HarmSeverity.SERIOUS, Known.UNKNOWN), result(null), Presence.PRESENT);

        assertThat(judge(several, UNHEARD).byJudgement()).isTrue();
        assertThat(judge(several, UNHEARD).verdict()).isEqualTo(Verdict.CONTROLLED);
        assertThat(judge(several.with(result(Verdict.UNCONTROLLED)), UNHEARD).verdict())
                .isEqualTo(Verdict.UNCONTROLLED);
    }

    @Test
    void neverLetsPrivacyMoveTheResult() {
        Assessment none = assessment(of(null), harm(HarmSeverity.MINOR, Known.NO), result(null), Presence.PRESENT);
        HarmPart harm = none.harm();
        Judgement before = judge(none, UNHEARD);
        for (PrivacyHarm privacy : PrivacyHarm.values()) {
            HarmPart other = new HarmPart(harm.compromised(), "", harm.multiPatient(), privacy, "names of patients");
            assertThat(judge(none.with(other), UNHEARD)).isEqualTo(before);
        }
    }

    @Test
    void lowersTheRiskOnlyByControlsInPlaceAndNeverRaisesItByThem() {
        DeterminationPart planned = new DeterminationPart(
                List.of(new DeterminationPart.Control("Segment the network", false, "none, because")),
                Map.of(),
                Exploitability.LOW,
                null,
                "It cannot be reached.",
                null,
                "",
                LocalDate.of(2027, 1, 1),
                List.of());
        Assessment medium =
                assessment(of(Exploitability.MEDIUM), harm(HarmSeverity.SERIOUS, Known.NO), planned, Presence.PRESENT);
        Judgement judgement = judge(medium, UNHEARD);

        assertThat(judgement.verdict()).isEqualTo(Verdict.CONTROLLED);
        assertThat(OpenQuestions.ofDetermination(medium, judgement, LocalDate.of(2026, 12, 1)))
                .contains("The risk is said to be less, and no control is in place.");
        DeterminationPart worse = new DeterminationPart(
                List.of(), Map.of(), Exploitability.HIGH, HarmSeverity.CATASTROPHIC, "", null, "", null, List.of());
        assertThat(judge(medium.with(worse), UNHEARD).residualExploitability()).isEqualTo(Exploitability.MEDIUM);
    }

    @Test
    @Statement({"PR-3.1", "X3"})
    void countsAnUndeterminedReleaseAsAffected() {
        Assessment absent = assessment(of(null), HarmPart.EMPTY, result(null), Presence.ABSENT, Presence.ABSENT);
        Assessment unsure = assessment(of(null), HarmPart.EMPTY, result(null), Presence.ABSENT, Presence.UNDETERMINED);

        assertThat(judge(absent, UNHEARD).verdict()).isEqualTo(Verdict.NOT_AFFECTED);
        assertThat(judge(unsure, UNHEARD).verdict()).isNotEqualTo(Verdict.NOT_AFFECTED);
        assertThat(OpenQuestions.ofPresence(unsure, LocalDate.of(2026, 12, 1)))
                .singleElement()
                .asString()
                .contains("treated as present until a day");
    }

    @Test
    @Statement("X1")
    void judgesTheSameAgain() {
        Assessment one = assessment(
                of(Exploitability.MEDIUM),
                harm(HarmSeverity.SERIOUS, Known.YES),
                result(Verdict.CONTROLLED),
                Presence.PRESENT);
        DecisionContent content = DecisionContent.of(
                one, said("poc", null), RiskTables.SHIPPED, judge(one, said("poc", null)), Map.of("harm", "aa"));

        DecisionContent read = DecisionContent.parse(content.text());

        assertThat(read.text()).isEqualTo(content.text());
        assertThat(DecisionContent.Outcome.of(judge(read.assessed(), read.facts())))
                .isEqualTo(content.outcome());
    }

    @ParameterizedTest
    @CsvSource({"LOW, HIGH, HIGH", "HIGH, LOW, HIGH", "MEDIUM, MEDIUM, MEDIUM", "LOW, , HIGH"})
    @Statement({"X3", "PR-3.12"})
    void takesTheGraverOfAloneAndInAChain(
            Exploitability alone, @Nullable Exploitability chain, Exploitability expected) {
        DeterminationPart determination = new DeterminationPart(
                List.of(),
                Map.of(),
                null,
                null,
                "",
                null,
                "",
                null,
                List.of("CVE-2099-2"),
                null,
                new DeterminationPart.Chained(chain, "It opens the port."));
        Assessment assessment =
                assessment(of(alone), harm(HarmSeverity.SERIOUS, Known.NO), determination, Presence.PRESENT);

        Judgement judgement = Judgement.of(assessment, UNHEARD, RiskTables.SHIPPED);

        assertThat(judgement.exploitability()).isEqualTo(alone);
        assertThat(judgement.withChain()).isEqualTo(expected);
        assertThat(judgement.residualExploitability()).isEqualTo(expected);
        DecisionContent content = DecisionContent.of(assessment, UNHEARD, RiskTables.SHIPPED, judgement, Map.of());
        assertThat(content.layout()).isEqualTo(6);
        assertThat(Judgement.of(DecisionContent.parse(content.text()).assessed(), UNHEARD, RiskTables.SHIPPED))
                .isEqualTo(judgement);
    }
}
