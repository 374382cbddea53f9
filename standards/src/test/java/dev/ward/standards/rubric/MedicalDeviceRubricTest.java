package dev.ward.standards.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ward.standards.cvss.CvssVector;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicalDeviceRubricTest {

    /// By ascending weight in the equations; of S, what changes more.
    private static final Map<String, List<String>> ORDER = Map.of(
            "AV", List.of("P", "L", "A", "N"),
            "AC", List.of("H", "L"),
            "PR", List.of("H", "L", "N"),
            "UI", List.of("R", "N"),
            "S", List.of("U", "C"),
            "C", List.of("N", "L", "H"),
            "I", List.of("N", "L", "H"),
            "A", List.of("N", "L", "H"));

    private static Map<String, RubricAnswer> answers(RubricAnswer answer) {
        return MedicalDeviceRubric.questions().stream()
                .collect(Collectors.toMap(RubricQuestion::id, _ -> answer, (one, _) -> one, LinkedHashMap::new));
    }

    /// All no, but for these.
    private static Map<String, RubricAnswer> noBut(String given) {
        Map<String, RubricAnswer> answers = answers(RubricAnswer.NO);
        if (!given.isEmpty()) {
            for (String one : given.split("/", -1)) {
                RubricAnswer answer = List.of(RubricAnswer.values()).stream()
                        .filter(word -> one.endsWith(":" + word.key()))
                        .findFirst()
                        .orElseThrow();
                answers.put(one.substring(0, one.indexOf(':')), answer);
            }
        }
        return answers;
    }

    private static String value(Map<String, RubricAnswer> answers, String metric) {
        return Objects.requireNonNull(
                MedicalDeviceRubric.derive(answers).metrics().get(metric));
    }

    @ParameterizedTest
    @CsvSource({
        "XAVN:Y/XAVT:Y, AV, N",
        "XAVN:Y/XAVT:U, AV, N",
        "XAVN:Y/XAVT:N/XAVW:N, AV, A",
        "XAVN:Y/XAVT:N/XAVW:Y/XAVR:Y, AV, L",
        "XAVN:Y/XAVT:N/XAVW:Y/XAVR:N, AV, A",
        "XAVN:N/XAVP:Y/XAVPA:Y, AV, P",
        "XAVN:N/XAVP:Y/XAVPA:N, AV, P",
        "XAVN:N/XAVP:N, AV, L",
        "XAVN:U, AV, N",
        "XACL:Y, AC, L",
        "XACL:N, AC, H",
        "XACL:U, AC, L",
        "XPRL:N, PR, N",
        "XPRL:Y/XPRZ:N, PR, N",
        "XPRL:Y/XPRZ:Y/XPRS:Y, PR, H",
        "XPRL:Y/XPRZ:Y/XPRS:N, PR, L",
        "XUI:Y, UI, R",
        "XUI:N, UI, N",
        "XS:Y, S, C",
        "XS:N, S, U",
        "XCP:Y/XCPM:Y, C, H",
        "XCP:Y/XCPM:N, C, L",
        "XCP:Y/XCPM:N/XCS:Y, C, H",
        "XCW:L, C, L",
        "XIT:Y, I, H",
        "XID:L/XIT:N, I, L",
        "XAT:U, A, H",
        "XAO:N, A, N"
    })
    void followsTheFlow(String given, String metric, String expected) {
        assertThat(value(noBut(given), metric)).isEqualTo(expected);
    }

    @Test
    void derivesAVectorThatCvssReads() {
        DerivedVector derived = MedicalDeviceRubric.derive(noBut("XAVN:Y/XAVT:Y/XACL:Y/XIT:Y/XAT:L"));

        assertThat(derived.vector().map(CvssVector::vector)).hasValue("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:L");
        assertThat(derived.vector().orElseThrow().score()).isEqualTo(8.2);
        assertThat(derived.extended()).startsWith("XAVN:Y/XAVT:Y/XACL:Y/XPRL:N/XUI:N/XS:N/XCP:N/XCD:N/");
        assertThat(derived.flagged()).isEmpty();
    }

    @Test
    void flagsWhatNobodyKnowsAndTakesTheWorse() {
        DerivedVector derived = MedicalDeviceRubric.derive(answers(RubricAnswer.UNKNOWN));

        assertThat(derived.vector().map(CvssVector::vector)).hasValue("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H");
        assertThat(derived.flagged()).hasSameSizeAs(derived.steps());
    }

    @Test
    void asksForWhatIsOpenAndDerivesNoVectorBefore() {
        assertThat(MedicalDeviceRubric.derive(Map.of()).open())
                .extracting(RubricQuestion::id)
                .startsWith("XAVN", "XACL", "XPRL", "XUI", "XS", "XCP")
                .doesNotContain("XAVT", "XCPM")
                .hasSize(5 + 18);
        Map<String, RubricAnswer> answers = noBut("XCP:Y/XCS:Y");
        answers.remove("XCPM");

        DerivedVector derived = MedicalDeviceRubric.derive(answers);

        assertThat(derived.open()).extracting(RubricQuestion::id).containsExactly("XCPM");
        assertThat(derived.vector()).isEmpty();
        assertThat(derived.metrics()).doesNotContainKey("C").containsKey("I");
    }

    @Test
    void refusesAnswersThatAQuestionDoesNotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MedicalDeviceRubric.derive(Map.of("XAVN", RubricAnswer.LIMITED)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MedicalDeviceRubric.derive(Map.of("XQQ", RubricAnswer.YES)));
    }

    /// Whatever else could have been answered leads to nothing worse.
    @Test
    void unknownIsNeverTheBetterAnswer() {
        Map<String, RubricQuestion> questions = MedicalDeviceRubric.questions().stream()
                .collect(Collectors.toMap(RubricQuestion::id, question -> question));
        for (RubricQuestion question : questions.values()) {
            Set<String> reachable = new HashSet<>();
            reach(question, questions, reachable);
            List<String> order = Objects.requireNonNull(ORDER.get(question.metric()));
            String unknown = Objects.requireNonNull(question.leads().get(RubricAnswer.UNKNOWN));

            assertThat(unknown).as(question.id()).startsWith(question.metric() + ":");
            assertThat(reachable)
                    .as(question.id())
                    .allSatisfy(value -> assertThat(order.indexOf(value))
                            .isBetween(0, order.indexOf(unknown.substring(unknown.indexOf(':') + 1))));
        }
    }

    private static void reach(RubricQuestion question, Map<String, RubricQuestion> all, Set<String> reachable) {
        for (String lead : question.leads().values()) {
            RubricQuestion next = all.get(lead);
            if (next == null) {
                reachable.add(lead.substring(lead.indexOf(':') + 1));
            } else {
                reach(next, all, reachable);
            }
        }
    }

    @Test
    void everyMetricOfABaseVectorIsAskedFor() {
        assertThat(MedicalDeviceRubric.questions())
                .extracting(RubricQuestion::metric)
                .containsOnly(ORDER.keySet().toArray(String[]::new));
        assertThat(MedicalDeviceRubric.questions()).hasSize(12 + 18 + 1);
    }
}
