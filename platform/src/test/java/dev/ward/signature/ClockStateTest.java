package dev.ward.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.web.SettingTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockStateTest {

    private static ClockCheck check(String server, boolean outside, @Nullable Integer aheadMillis) {
        Instant at = Instant.parse("2026-11-30T12:00:00Z");
        String source = outside ? "time.example" : "database";
        return aheadMillis == null
                ? new ClockCheck(at, server, source, outside, null, null, "no answer")
                : new ClockCheck(
                        at, server, source, outside, Duration.ofMillis(aheadMillis), Duration.ofMillis(600), null);
    }

    private static String words(ClockCheck... checks) {
        return new ClockState(List.of(checks)).words();
    }

    @Test
    void isNotCheckedWhereNobodyOutsideWasAsked() {
        assertThat(words()).isEqualTo("clock not checked against a source of time");
        assertThat(words(check("a", false, 3))).isEqualTo("clock not checked against a source of time");
        assertThat(words(check("a", false, 3), check("a", true, 100), check("b", false, 3)))
                .as("one server of two looked")
                .isEqualTo("clock not checked against a source of time");
        assertThat(words(check("a", false, 3), check("a", true, null)))
                .isEqualTo("clock not checked: time.example did not answer");
    }

    @Test
    void agreesWithinTwoSecondsAndWhatTheMeasurementCannotTell() {
        assertThat(words(check("a", true, -2_600)))
                .isEqualTo("clock agrees with time.example: 2.6 s behind, give or take 0.6 s");
        assertThat(words(check("a", true, 2_601)))
                .isEqualTo("clock differs from time.example: 2.6 s ahead, give or take 0.6 s");
    }

    @Test
    void isAsWrongAsTheWorstOfItsServers() {
        assertThat(words(check("a", true, 100), check("b", true, 9_000))).startsWith("clock differs from time.example");
        assertThat(words(check("a", true, 100), check("b", true, null))).startsWith("clock not checked");
        assertThat(words(check("a", true, 100), check("a", false, 90_000)))
                .startsWith("clock differs from database: 90.0 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://time.example/", "ntp://time.example", "https://me:word@time.example", "time", "a b"})
    void takesNoSourceThatAnybodyOnTheWayCanChange(String address) {
        assertThatThrownBy(() -> new ClockSettings(address)).isInstanceOf(SettingTrouble.class);
        assertThatCode(() -> new ClockSettings("https://time.example/")).doesNotThrowAnyException();
        assertThat(new ClockSettings(" ").source()).isNull();
    }
}
