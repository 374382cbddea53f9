package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a text holds, however long it is, an order answers.
class HostileVersionTest {

    private static final int MEGABYTE = 1_000_000;
    private static final int LONG = 10_000;
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\t\r\n",
            "\u00A0",
            "\0",
            "1.0\u0000",
            "1.\u0660",
            "\u0661.0",
            "1.0\uD800",
            "1.0-\uDFFF\uD83D\uDE00",
            "\u202E1.0",
            "${project.version}",
            "[1.0,2.0)",
            "unspecified",
            "-",
            ".",
            "+",
            "..",
            "--",
            "1-+",
            "v",
            "go",
            "=v",
            "!",
            "@dev",
            "dev",
            "\t\n",
            ":",
            "::",
            "1:",
            ":1",
            "-1",
            "1-",
            "~",
            "^",
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
            "V.",
            "\u0661.\u0662",
            "\uff11",
            "1.\u00e9",
            "\u0000",
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

    private static final List<String> LONG_ONES = List.of(
            "9".repeat(LONG),
            "1" + ".0".repeat(LONG),
            "1" + "-1".repeat(LONG),
            "1" + "a1".repeat(LONG),
            "1.0+" + "a.".repeat(LONG),
            "1.0-alpha" + ".1".repeat(LONG),
            ".".repeat(LONG),
            "-".repeat(LONG),
            "\u00E9".repeat(LONG),
            "x".repeat(LONG) + "dev",
            " ".repeat(LONG));

    private static final List<String> HUGE = List.of(
            "9".repeat(MEGABYTE),
            "1" + ".1".repeat(MEGABYTE / 2),
            "1" + "-a".repeat(MEGABYTE / 2),
            "1-" + "a".repeat(MEGABYTE));

    private static final Set<VersionScheme> LANGUAGES = EnumSet.of(
            VersionScheme.MAVEN,
            VersionScheme.SEMVER,
            VersionScheme.PYPI,
            VersionScheme.GOLANG,
            VersionScheme.NUGET,
            VersionScheme.GEM,
            VersionScheme.COMPOSER,
            VersionScheme.PUB);

    private static Stream<VersionScheme> languages() {
        return LANGUAGES.stream();
    }

    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void answersForEveryPair(VersionScheme scheme) {
        for (String left : HOSTILE) {
            for (String right : HOSTILE) {
                OrderProperty.holds(scheme.order(), left, right, null);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void answersForLongTexts(VersionScheme scheme) {
        List<String> all = new ArrayList<>(HOSTILE);
        all.addAll(LONG_ONES);
        for (String left : all) {
            for (String right : List.of(left, "1.0", "1.0-alpha.1")) {
                OrderProperty.holds(scheme.order(), left, right, null);
            }
        }
    }

    /// Work that grows with the square of the length would not end.
    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void readsAMillionCharactersInLinearTime(VersionScheme scheme) {
        VersionOrder order = scheme.order();
        List<String> all = new ArrayList<>(HUGE);
        for (String part : List.of("9", "1.", "a1", "~", "_p1", "-0", "beta ")) {
            String body = part.repeat(MEGABYTE / part.length());
            all.add("1" + body);
            all.add("2024-01-01T00:00:00." + body + "Z");
        }
        for (String version : all) {
            assertThat(order.compare(version, version) == VersionComparison.UNDETERMINED)
                    .isEqualTo(order.key(version) instanceof SortKey.Undetermined);
            assertThat(order.compare(version, version + "1")).isNotNull();
        }
    }

    /// A database indexes no key of any length, and no Java comparison is spared by a key of a megabyte.
    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void givesNoKeyThatIsTooLongToIndex(VersionScheme scheme) {
        for (String version : Stream.concat(LONG_ONES.stream(), HUGE.stream()).toList()) {
            if (scheme.order().key(version) instanceof SortKey.Ordered(byte[] bytes)) {
                assertThat(bytes).hasSizeLessThanOrEqualTo(SortKey.LONGEST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void answersForAnyCharacters(VersionScheme scheme) {
        Random random = new Random(5);
        VersionOrder order = scheme.order();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                text.append((char) random.nextInt(random.nextInt(4) == 0 ? 0x10000 : 0x80));
            }
            OrderProperty.holds(order, text.toString(), "1.0", null);
        }
    }

    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void takesBlankForNoVersion(VersionScheme scheme) {
        VersionOrder order = scheme.order();
        assertThat(order.key("")).isInstanceOf(SortKey.Undetermined.class);
        assertThat(order.key(" \t")).isInstanceOf(SortKey.Undetermined.class);
        assertThat(order.compare("", "")).isEqualTo(VersionComparison.UNDETERMINED);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsZeroAsTheLowestRelease(VersionScheme scheme) {
        VersionOrder order = scheme.order();
        assertThat(order.key("0")).isInstanceOf(SortKey.Ordered.class);
        assertThat(order.compare("0", "0.0.1")).isEqualTo(VersionComparison.LESS);
    }
}
