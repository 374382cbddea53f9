package dev.ward.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import org.junit.jupiter.api.Test;

class PerformanceWordTest {

    @Test
    @Statement("PR-5.4")
    void isThatOfTheStandardOrThatOfTheDraft() {
        assertThat(new PerformanceWord("essential performance").title()).isEqualTo("Essential performance");
        assertThat(new PerformanceWord(" Essential Clinical Performance ").inText())
                .isEqualTo("essential clinical performance");
    }

    @Test
    void isNoOther() {
        assertThatThrownBy(() -> new PerformanceWord("performance"))
                .hasMessage("WARD_PERFORMANCE_WORD is \"performance\"; write one of: essential performance,"
                        + " essential clinical performance");
    }
}
