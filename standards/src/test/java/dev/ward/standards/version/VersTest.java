package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.standards.input.Forgiven;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vers:npm/*",
                "vers:npm/1.2.3|>=2.0.0|<5.0.0",
                "vers:gem/>=2.2.0|!=2.2.1|<2.3.0",
                "vers:pypi/!=0.0.1",
                "vers:pypi/>=0.0.0|0.0.1|0.0.2",
                "vers:deb/1:1.2-3%20x%25",
                "vers:nobody/2|>=1|<0",
                "vers:npm/1.0%252F0"
            })
    void readsBackWhatItWrites(String text) {
        assertThat(Vers.parse(text)).hasToString(text);
        assertThat(Vers.parseLenient(text)).isEqualTo(new Forgiven<>(Vers.parse(text), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "vers:npm/2.0.0|1.0.0 sorted",
                "vers:npm/1.0.0|1.0.0 twice",
                "vers:npm/1.0.0+a|1.0.0+b equal",
                "vers:npm/>=1.0.0|>=2.0.0 followed",
                "vers:npm/<1.0.0|<=2.0.0 followed",
                "vers:npm/>=1.0.0|1.5.0|<2.0.0 followed",
                "vers:npm/1.0.0|<2.0.0 followed",
                "vers:npm/*|1.0.0 alone",
                "vers:npm/=1.0.0 comparator",
                "vers:npm/=>1.0.0 comparator",
                "vers:npm/1.*.0 percent-encoded",
                "vers:npm/1.%2 percent-encoded",
                "vers:datetime/2024-01-01t00:00:00z \"T\"",
                "vers:datetime/2024 \"T\"",
                "vers:npm/1.%0A ASCII",
                "vers:npm/1.%C3%A9 ASCII",
                "vers:npm/|1.0.0 empty",
                "vers:npm/>= version",
                "vers:npm/ empty",
                "vers:/1.0.0 scheme",
                "vers:NPM/1.0.0 lower",
                "vers:1npm/1.0.0 scheme",
                "vers:invalid/1.0.0 reserved",
                "VERS:npm/1.0.0 lower",
                "pkg:npm/1.0.0 begin",
                "npm/1.0.0 form"
            })
    void refusesWhatBreaksARule(String text, String reason) {
        assertThatThrownBy(() -> Vers.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"")
                .message()
                .containsAnyOf(reason, "stands after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' vers:npm/ >= 1.0.0 | < 2.0.0 '; vers:npm/>=1.0.0|<2.0.0",
                "VERS:NPM/1.0.0; vers:npm/1.0.0",
                "vers:npm/|2.0.0||1.0.0|; vers:npm/1.0.0|2.0.0",
                "vers:npm/==1.0.0|=2.0.0; vers:npm/1.0.0|2.0.0",
                "vers:npm/1.%2|1.%zz; vers:npm/1.%252|1.%25zz",
                "vers:npm/<2.0.0|>=1.0.0; vers:npm/>=1.0.0|<2.0.0",
                "vers:npm/>1.0.0|>=1.5.0|1.7.0|<1.8.0|<2.0.0|>=3.0.0; vers:npm/>1.0.0|<2.0.0|>=3.0.0",
                "vers:npm/>=1.0.0|<2.0.0|>=2.0.0|<3.0.0; vers:npm/>=1.0.0|<3.0.0",
                "vers:npm/<2.0.0|>2.0.0; vers:npm/!=2.0.0",
                "vers:npm/>2.0.0|2.0.0; vers:npm/>=2.0.0",
                "vers:npm/!=2.0.0|2.0.0; vers:npm/2.0.0",
                "vers:npm/<=2.0.0|>=2.0.0; vers:npm/*",
                "vers:nobody/2|2|1; vers:nobody/2|1"
            })
    void forgivesSlipsAndSaysEach(String text, String canonical) {
        Forgiven<Vers> read = Vers.parseLenient(text);

        assertThat(read.value()).hasToString(canonical);
        assertThat(read.forgiven())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).contains("\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vers:npm",
                "vers:npm/",
                "vers:npm/||",
                "vers:npm/*|1.0.0",
                "vers:npm/=>1",
                "vers:npm/>",
                "vers:npm/1.0\t0",
                "vers:npm/é",
                "vers:invalid/1"
            })
    void forgivesNothingWithoutAPlainMeaning(String text) {
        assertThatThrownBy(() -> Vers.parseLenient(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "vers:npm/*, 1.0.0, INSIDE",
        "vers:npm/*, nonsense, INSIDE",
        "vers:npm/>=1.0.0, 1.0.0, INSIDE",
        "vers:npm/>=1.0.0, 0.9.0, OUTSIDE",
        "vers:npm/>1.0.0, 1.0.0, OUTSIDE",
        "vers:npm/<1.0.0, 1.0.0-rc.1, INSIDE",
        "vers:npm/<1.0.0|>2.0.0, 1.5.0, OUTSIDE",
        "vers:npm/<1.0.0|>2.0.0, 2.0.1, INSIDE",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0, 1.5.0, OUTSIDE",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0, 1.6.0, INSIDE",
        "vers:npm/!=1.5.0, 1.5.0, OUTSIDE",
        "vers:npm/!=1.5.0, 7.0.0, INSIDE",
        "vers:npm/!=1.5.0, nonsense, UNDETERMINED",
        "vers:npm/>=1.0.0|<2.0.0, nonsense, UNDETERMINED",
        "vers:npm/>=1.0.0|<2.0.0|nonsense, 1.5.0, INSIDE",
        "vers:npm/>=1.0.0|<2.0.0|nonsense, 2.5.0, UNDETERMINED",
        "vers:npm/>=1.0.0|<2.0.0|nonsense, nonsense, INSIDE",
        "vers:nobody/1|>=2|!=3|<4, 1, INSIDE",
        "vers:nobody/1|>=2|!=3|<4, 2, INSIDE",
        "vers:nobody/1|>=2|!=3|<4, 3, OUTSIDE",
        "vers:nobody/1|>=2|!=3|<4, 2.5, UNDETERMINED",
    })
    void saysWhetherItContainsAVersion(String vers, String version, Containment expected) {
        assertThat(Vers.parse(vers).contains(version)).isEqualTo(expected);
    }

    @Test
    void neverHoldsAnOverlongVersionForOutside() {
        assertThat(Vers.parse("vers:npm/<1.0.0").contains("1".repeat(1_001))).isEqualTo(Containment.UNDETERMINED);
    }

    @Test
    void tellsItsRangesAndExclusions() {
        Vers vers = Vers.parse("vers:npm/<1.0.0|1.2.0|>1.5.0|!=1.6.0|<=2.0.0|>=3.0.0");

        assertThat(vers.ranges())
                .map(VersionRange::toString)
                .containsExactly("<1.0.0", "1.2.0", ">1.5.0|<=2.0.0", ">=3.0.0");
        assertThat(vers.excluded()).containsExactly("1.6.0");
        assertThat(Vers.parse("vers:npm/*").ranges()).containsExactly(VersionRange.ALL);
        assertThat(Vers.parse("vers:npm/!=1.6.0").ranges()).containsExactly(VersionRange.ALL);
    }

    @Test
    void sortsAndSimplifiesConstraintsGivenAsParts() {
        assertThat(Vers.of(
                        "npm",
                        List.of(
                                new VersConstraint(Comparator.LESS, "2.0.0"),
                                new VersConstraint(Comparator.LESS, "1.0.0"),
                                new VersConstraint(Comparator.NOT_EQUAL, "0.5.0"))))
                .hasToString("vers:npm/!=0.5.0|<2.0.0");
        assertThat(Vers.of("npm", List.of())).hasToString("vers:npm/*");
    }

    @Test
    void unitesRanges() {
        List<VersionRange> ranges = List.of(
                VersionRange.exactly("2.0.0"),
                new VersionRange("1.0.0", true, "2.0.0", false),
                new VersionRange("2.0.0", false, "3.0.0", false),
                new VersionRange("5.0.0", true, "4.0.0", true));

        assertThat(Vers.ofRanges("npm", ranges, List.of("1.0.0", "1.5.0", "9.0.0")))
                .hasToString("vers:npm/>1.0.0|!=1.5.0|<3.0.0");
    }

    @Test
    void cannotSayNone() {
        assertThatThrownBy(() -> Vers.ofRanges("npm", List.of(VersionRange.exactly("1.0.0")), List.of("1.0.0+x")))
                .hasMessage("no version satisfies the range");
        assertThatThrownBy(() -> Vers.ofRanges("nobody", List.of(VersionRange.ALL), List.of()))
                .hasMessage("no order is known for \"nobody\"");
    }
}
