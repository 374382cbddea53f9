package dev.ward.performance.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void breaksBetweenWordsAndWithinWhatHasNone() {
        assertThat(Wrapped.lines("linux")).containsExactly("linux");
        assertThat(Wrapped.lines("The pump delivers faster than it was set"))
                .containsExactly("The pump delivers faster", "than it was set");
        assertThat(Wrapped.lines("x".repeat(30))).containsExactly("x".repeat(27), "xxx");
        assertThat(Wrapped.lines("")).containsExactly("");
    }

    @Test
    void endsWithAnEllipsisWhereThereIsMore() {
        assertThat(Wrapped.lines("😀".repeat(200))).hasSize(3).last().asString().endsWith("…");
        assertThat(Wrapped.lines("word ".repeat(50)))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(27));
    }
}
