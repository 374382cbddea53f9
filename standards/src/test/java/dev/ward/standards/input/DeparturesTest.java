package dev.ward.standards.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    @Test
    void stopsAtTheFirstWhenStrict() {
        Departures departures = Departures.strict("number", "1o");
        assertThatThrownBy(() -> departures.note("It holds a letter."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a number: \"1o\". It holds a letter.");
        assertThat(departures.forgives()).isFalse();
        assertThat(departures.forgiven(1)).isEqualTo(new Forgiven<>(1, List.of()));
    }

    @Test
    void notesNoMoreThanSixteenWhenLenient() {
        Departures departures = Departures.lenient("number", "1o");
        for (int i = 0; i < 100; i++) {
            departures.note("It holds a letter.");
        }
        assertThat(departures.forgiven(1).forgiven())
                .hasSize(17)
                .endsWith("There are more departures than are listed here.");
    }

    @Test
    void showsAHostileTextInShort() {
        assertThat(Quoted.of("a\n\u001b[0m\ud800")).isEqualTo("\"a\\u000a\\u001b[0m\\ud800\"");
        assertThat(Quoted.of("x".repeat(1000))).hasSize(123).endsWith("x…\"");
        assertThat(Quoted.of('"')).isEqualTo("\"\"\"");
    }
}
