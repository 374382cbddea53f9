package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text makes an order throw, and a million characters do not hold it up.
class HostileSystemVersionTest {

    private static final int MILLION = 1_000_000;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\t\n",
            "-",
            "--",
            ".",
            "..",
            ":",
            "::",
            "1:",
            ":1",
            "-1",
            "1-",
            "~",
            "^",
            "+",
            "_",
            "_p",
            "1_",
            "1-r",
            "1..2",
            "1.-",
            "\\",
            "\\\\",
            "(",
            ")",
            "1(",
            "v",
            "V.",
            "\u0661.\u0662",
            "\uff11",
            "1.\u00e9",
            "\u0000",
            "1.0\u0000",
            "1\u202e0",
            "\ud83d",
            "\ude00",
            "1.0\ud83d\ude00",
            "\ufeff1.0",
            "1.0.2\u212a",
            "n/a",
            "*",
            "unknown",
            "1 0",
            "%s",
            "0",
            "2024-13-01T00:00:00Z",
            "2024-02-30T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:00:60Z",
            "2024-01-01T00:00:00+24:00",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00.Z",
            "2024-01-01");

    static Stream<VersionOrder> orders() {
        return Stream.of(
                new DebianOrder(),
                new RpmOrder(),
                new AlpineOrder(),
                new AlpmOrder(),
                new GentooOrder(),
                new OpensslOrder(),
                new ConanOrder(),
                new GenericOrder(),
                new DatetimeOrder(),
                new LexicographicOrder(),
                new IntdotOrder());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void nothingMakesItThrow(VersionOrder order) {
        for (String left : HOSTILE) {
            for (String right : HOSTILE) {
                assertThatCode(() -> OrderProperty.holds(order, left, right, null))
                        .as("\"%s\" to \"%s\"", left, right)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void blankIsNoVersion(VersionOrder order) {
        assertThat(order.key("")).isInstanceOf(SortKey.Undetermined.class);
        assertThat(order.key(" \t")).isInstanceOf(SortKey.Undetermined.class);
        assertThat(order.compare("", "")).isEqualTo(VersionComparison.UNDETERMINED);
    }

    /// Work that grows with the square of the length would not end.
    @ParameterizedTest
    @MethodSource("orders")
    void aMillionCharactersAreReadInLinearTime(VersionOrder order) {
        for (String part : List.of("9", "1.", "a1", "~", "_p1", "-0", "beta ")) {
            String body = part.repeat(MILLION / part.length());
            for (String text : List.of("1" + body, "2024-01-01T00:00:00." + body + "Z")) {
                assertThat(order.compare(text, text + "1")).isNotNull();
                assertThat(order.key(text)).isNotNull();
            }
        }
    }
}
