package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a text holds, an order answers.
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

    private static List<VersionScheme> schemes() {
        return List.of(
                VersionScheme.MAVEN,
                VersionScheme.SEMVER,
                VersionScheme.PYPI,
                VersionScheme.GOLANG,
                VersionScheme.NUGET,
                VersionScheme.GEM,
                VersionScheme.COMPOSER,
                VersionScheme.PUB);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void neverThrows(VersionScheme scheme) {
        VersionOrder order = scheme.order();
        for (String left : HOSTILE) {
            SortKey key = order.key(left);
            assertThat(order.compare(left, left) == VersionComparison.UNDETERMINED)
                    .isEqualTo(key instanceof SortKey.Undetermined);
            for (String right : List.of("1.0", "1.0-alpha.1")) {
                VersionComparison comparison = order.compare(left, right);
                if (key instanceof SortKey.Ordered(byte[] one)
                        && order.key(right) instanceof SortKey.Ordered(byte[] other)) {
                    assertThat(VersionComparison.of(Arrays.compareUnsigned(one, other)))
                            .isEqualTo(comparison);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void answersForAMegabyte(VersionScheme scheme) {
        VersionOrder order = scheme.order();
        for (String version : HUGE) {
            SortKey key = order.key(version);
            assertThat(order.compare(version, "1.0") == VersionComparison.UNDETERMINED)
                    .isEqualTo(key instanceof SortKey.Undetermined);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void answersForAnyCharacters(VersionScheme scheme) {
        Random random = new Random(5);
        VersionOrder order = scheme.order();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                text.append((char) random.nextInt(random.nextInt(4) == 0 ? 0x10000 : 0x80));
            }
            assertThat(order.compare(text.toString(), "1.0") == VersionComparison.UNDETERMINED)
                    .isEqualTo(order.key(text.toString()) instanceof SortKey.Undetermined);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void readsZeroAsTheLowestRelease(VersionScheme scheme) {
        VersionOrder order = scheme.order();
        assertThat(order.key("0")).isInstanceOf(SortKey.Ordered.class);
        assertThat(order.compare("0", "0.0.1")).isEqualTo(VersionComparison.LESS);
    }
}
