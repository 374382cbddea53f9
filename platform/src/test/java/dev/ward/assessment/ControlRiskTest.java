package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.performance.HarmSeverity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlRiskTest {

    /// By the cell of the matrix, then by harm, then by how likely it is.
    @ParameterizedTest
    @CsvSource({
        "LOW, MINOR, LOW, MINOR, false",
        "MEDIUM, MINOR, LOW, MINOR, true",
        "LOW, MINOR, MEDIUM, MINOR, false",
        "LOW, SERIOUS, MEDIUM, MINOR, true",
        "HIGH, MINOR, LOW, SERIOUS, true",
        "LOW, CRITICAL, HIGH, MINOR, true",
        "HIGH, MINOR, LOW, CRITICAL, false",
        "LOW, CATASTROPHIC, HIGH, SERIOUS, false",
        "HIGH, CATASTROPHIC, HIGH, CATASTROPHIC, false",
        "MEDIUM, CRITICAL, LOW, CATASTROPHIC, true"
    })
    void comparesByTheMatrixFirst(
            Exploitability one, HarmSeverity harm, Exploitability other, HarmSeverity otherHarm, boolean exceeds) {
        assertThat(new ControlRisk(one, harm)
                        .exceeds(new ControlRisk(other, otherHarm), new Matrix(RiskTables.SHIPPED.matrix())))
                .isEqualTo(exceeds);
    }
}
