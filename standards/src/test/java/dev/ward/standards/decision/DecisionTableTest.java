package dev.ward.standards.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ward.standards.decision.DecisionPoint.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    private static final List<List<String>> LINES = List.of(
            List.of("table", "test:T:1.0.0", "Speed"),
            List.of("point", "test:E:1.0.0", "Exploited", "N", "No", "Y", "Yes"),
            List.of("point", "test:H:1.0.0", "Harm", "L", "Low", "H", "High"),
            List.of("outcome", "test:O:1.0.0", "Speed", "S", "Slow", "F", "Fast", "N", "Now"),
            List.of("row", "N", "L", "S"),
            List.of("row", "N", "H", "F"),
            List.of("row", "Y", "L", "F"),
            List.of("row", "Y", "H", "N"));

    private static final DecisionTable TABLE = DecisionTableReader.read(LINES);

    private static List<List<String>> without(int line) {
        List<List<String>> lines = new ArrayList<>(LINES);
        lines.remove(line);
        return lines;
    }

    private static List<List<String>> with(String... cells) {
        List<List<String>> lines = new ArrayList<>(LINES);
        lines.add(List.of(cells));
        return lines;
    }

    @Test
    void decidesWhatIsKnown() {
        Decided decided = TABLE.decide(Map.of("test:E:1.0.0", Set.of("Y"), "test:H:1.0.0", Set.of("L")));

        assertThat(decided.outcome()).isEqualTo(new Value("F", "Fast"));
        assertThat(decided.isCertain()).isTrue();
        assertThat(decided.answers()).allMatch(Decided.Answer::isKnown);
    }

    @Test
    void takesTheGravestOutcomeThatIsLeftOpen() {
        Decided decided = TABLE.decide(Map.of("test:H:1.0.0", Set.of("H")));

        assertThat(decided.outcome().key()).isEqualTo("N");
        assertThat(decided.possible()).extracting(Value::key).containsExactly("F", "N");
        assertThat(decided.isCertain()).isFalse();
        assertThat(decided.answers().getFirst().isKnown()).isFalse();
    }

    @Test
    void knowsNothingWithoutAnswers() {
        assertThat(TABLE.decide(Map.of()).possible()).extracting(Value::key).containsExactly("S", "F", "N");
    }

    @Test
    void refusesAnswersToWhatItDoesNotAsk() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.decide(Map.of("test:X:1.0.0", Set.of("Y"))))
                .withMessageContaining("test:X:1.0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.decide(Map.of("test:E:1.0.0", Set.of("maybe"))))
                .withMessageContaining("maybe");
    }

    @Test
    void namesTheCellThatHasNoOutcome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTableReader.read(without(6)))
                .withMessage("Exploited: Yes, Harm: Low has no outcome in test:T:1.0.0");
    }

    @Test
    void namesTheCellThatHasTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTableReader.read(with("row", "N", "H", "N")))
                .withMessageContaining("Exploited: No, Harm: High stands twice")
                .withMessageContaining("\"F\" and \"N\"");
    }

    @Test
    void refusesWhatIsNoTable() {
        for (List<List<String>> wrong : List.of(
                without(0),
                without(3),
                with("row", "N", "H"),
                with("row", "N", "H", "F", "N"),
                with("row", "N", "X", "F"),
                with("row", "N", "H", "X"),
                with("point", "test:E:1.0.0", "Exploited again", "N", "No"),
                with("point", "test:Z:1.0.0", "Odd", "N"),
                with("point", "test:Z:1.0.0", "Empty"),
                with("outcome", "test:O:1.0.0", "Twice", "S", "Slow", "S", "Slower"),
                with("cell", "N", "H"),
                with("row", ""))) {
            assertThatIllegalArgumentException().isThrownBy(() -> DecisionTableReader.read(wrong));
        }
    }

    @Test
    void refusesMoreCellsThanAnyoneLooksAt() {
        List<DecisionPoint> points = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            points.add(new DecisionPoint(
                    "test:P%d:1".formatted(i), "P", List.of(new Value("N", "No"), new Value("Y", "Yes"))));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTable.of("test:B:1", "Big", points, points.getFirst(), List.of()))
                .withMessageContaining("100,000 cells");
    }

    @Test
    void namesTheCellsWhereAGraverAnswerIsJudgedMilder() {
        List<List<String>> lines = new ArrayList<>(LINES);
        lines.set(5, List.of("row", "N", "H", "N"));
        lines.set(7, List.of("row", "Y", "H", "F"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTableReader.read(lines).checkRising())
                .withMessage(
                        "Exploited: No, Harm: High is \"Now\", but the graver Exploited: Yes, Harm: High is only \"Fast\"");
        TABLE.checkRising();
        assertThat(TABLE.contradictions()).isEmpty();
        assertThat(DecisionTableReader.read(lines).contradictions())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.cell().keys()).containsExactly("N", "H");
                    assertThat(one.graver().keys()).containsExactly("Y", "H");
                });
    }

    @Test
    void givesItsCellsInOrder() {
        assertThat(TABLE.rows())
                .extracting(row -> String.join("", row.keys()) + row.outcome())
                .containsExactly("NLS", "NHF", "YLF", "YHN");
    }
}
