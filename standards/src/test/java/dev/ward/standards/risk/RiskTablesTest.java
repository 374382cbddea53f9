package dev.ward.standards.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskTablesTest {

    private static String decide(DecisionTable table, List<Value> values) {
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            answers.put(table.points().get(i).id(), Set.of(values.get(i).key()));
        }
        return table.decide(answers).outcome().key();
    }

    private static List<List<Value>> cells(DecisionTable table) {
        List<List<Value>> all = List.of(List.of());
        for (DecisionPoint point : table.points()) {
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> begun : all) {
                for (Value value : point.values()) {
                    List<Value> one = new ArrayList<>(begun);
                    one.add(value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    /// Exploited is high. Otherwise what is asked of an attacker is weighed, 0 to 7.
    @Test
    void exploitabilityFollowsItsRuleInEveryRow() {
        DecisionTable table = RiskTable.EXPLOITABILITY.table();
        List<List<Value>> cells = cells(table);
        for (List<Value> cell : cells) {
            int ease = 0;
            for (int i = 1; i < cell.size(); i++) {
                ease += table.points().get(i).values().indexOf(cell.get(i));
            }
            String expected = switch (cell.getFirst().name()) {
                case "Active" -> "H";
                case "Public PoC" -> ease >= 4 ? "H" : "M";
                default -> ease >= 6 ? "H" : ease >= 3 ? "M" : "L";
            };
            assertThat(decide(table, cell)).as(cell.toString()).isEqualTo(expected);
        }
        assertThat(cells).hasSize(144);
    }

    @ParameterizedTest
    @EnumSource(RiskTable.class)
    void whatIsGraverNeverLeadsToLess(RiskTable of) {
        DecisionTable table = of.table();
        for (List<Value> cell : cells(table)) {
            int outcome = index(table, decide(table, cell));
            for (int i = 0; i < cell.size(); i++) {
                List<Value> values = table.points().get(i).values();
                int at = values.indexOf(cell.get(i));
                if (at + 1 < values.size()) {
                    List<Value> graver = new ArrayList<>(cell);
                    graver.set(i, values.get(at + 1));
                    assertThat(index(table, decide(table, graver)))
                            .as(graver.toString())
                            .isGreaterThanOrEqualTo(outcome);
                }
            }
        }
    }

    private static int index(DecisionTable table, String key) {
        return table.outcome().values().indexOf(table.outcome().get(key));
    }

    @ParameterizedTest
    @CsvSource({
        "H, N, C", "H, M, CJ", "H, S, U", "H, C, U", "H, D, U",
        "M, N, C", "M, M, C", "M, S, UJ", "M, C, U", "M, D, U",
        "L, N, C", "L, M, C", "L, S, C", "L, C, UJ", "L, D, UJ"
    })
    void theMatrixSaysInEachCell(String exploitability, String severity, String control) {
        assertThat(RiskTable.MATRIX
                        .table()
                        .decide(Map.of(
                                "ward:EXPLOITABILITY:1.0.0", Set.of(exploitability),
                                "ward:HARM:1.0.0", Set.of(severity)))
                        .outcome()
                        .key())
                .isEqualTo(control);
    }

    @Test
    void whatNobodyKnowsIsUncontrolled() {
        assertThat(RiskTable.MATRIX.table().decide(Map.of()).outcome().key()).isEqualTo("U");
    }

    @ParameterizedTest
    @EnumSource
    void aGraverAnswerNeverLeadsToALessGraveOutcome(RiskTable table) {
        table.table().checkRising();
    }
}
