package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final SortOrder NAME = SortOrder.ascending("name");

    @Test
    void comesBackAsItWas() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-22T10:00:00.123456Z");

        Cursor read = Objects.requireNonNull(Cursor.parse(
                Cursor.of(NAME, "Pumpe \"ä\" 泵", id, at, 7L, 0.25, true, null).toString(), NAME, 7));

        assertThat(read.text(0)).isEqualTo("Pumpe \"ä\" 泵");
        assertThat(read.uuid(1)).isEqualTo(id);
        assertThat(read.instant(2)).isEqualTo(at);
        assertThat(read.number(3)).isEqualTo(7);
        assertThat(read.decimal(4)).isEqualTo(0.25);
        assertThat(read.truth(5)).isTrue();
        assertThat(read.isNull(6)).isTrue();
    }

    @Test
    void isTheBeginningWhenAbsent() {
        assertThat(Cursor.parse(null, NAME, 1)).isNull();
        assertThat(Cursor.parse("", NAME, 1)).isNull();
    }

    @Test
    void refusesThatOfAnotherOrder() {
        String cursor = Cursor.of(NAME, "a").toString();

        assertThatThrownBy(() -> Cursor.parse(cursor, SortOrder.descending("name"), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not a place in this list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"name\"]",
                "[\"name\",\"a\",\"b\"]",
                "[\"name\",[1]]",
                "[\"name\",{}]",
                "[\"name\",\"\\u0000\"]",
                "[\"name\",1e999]",
                "{}",
                "[",
                "",
                "null"
            })
    void refusesWhatSomebodyMadeUp(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + " ";

        assertThatThrownBy(() -> Cursor.parse(text.strip().isEmpty() ? "!" : text.strip(), NAME, 1))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "../..", "äöü", "AAAA"})
    void refusesWhatIsNoCursorAtAll(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, NAME, 1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAValueOfAnotherKind() {
        Cursor read = Objects.requireNonNull(Cursor.parse(Cursor.of(NAME, "a").toString(), NAME, 1));

        assertThatThrownBy(() -> read.uuid(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read.number(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read.instant(0)).isInstanceOf(ProblemException.class);
    }
}
