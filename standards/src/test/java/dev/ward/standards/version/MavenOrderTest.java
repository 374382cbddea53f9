package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenOrderTest {

    private static final VersionOrder ORDER = new MavenOrder();
    private static final List<String> TEMPLATES = List.of(
            "#.#.#",
            "#.#",
            "#.#.#.#",
            "#.#.#-SNAPSHOT",
            "#.#.#-alpha-#",
            "#.#-alpha#",
            "#.#.#-beta.#",
            "#.#.#-RC#",
            "#.#.#-rc-#",
            "#.#-M#",
            "#.#.#.Final",
            "#.#.#.GA",
            "#.#.#.RELEASE",
            "#.#.#.SP#",
            "#.#.#.CR#",
            "#.#.#.Final-redhat-#",
            "#.#.#-jre",
            "#.#.#.jre#",
            "#.#.#-b#",
            "#.#.#b#",
            "#.#.#.v#",
            "#.#-#",
            "#.#.#-#.#",
            "r#",
            "Hoxton.SR#",
            "#.#.#-jre-SNAPSHOT",
            "#.#.#-alpha.#.beta-#",
            "#.#.#.BUILD-SNAPSHOT",
            "#.0.x.#");
    private static final List<String> PIECES = List.of(
            ".",
            "-",
            ".",
            "-",
            "x",
            "y",
            "a",
            "b",
            "m",
            "alpha",
            "beta",
            "milestone",
            "rc",
            "cr",
            "snapshot",
            "ga",
            "final",
            "release",
            "sp",
            "RC",
            "SNAPSHOT",
            "jre",
            "é",
            "_",
            "+");

    private static final List<String> VERSIONS = new SampleVersions(41, PIECES)
            .add(RealVersions.inSboms("maven"))
            .fromTemplates(4000, TEMPLATES)
            .fromPieces(6000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(10_000);
    }

    @Test
    void ordersAsMavenDoesButForZerosOfTenDigits() {
        Pattern longZero = Pattern.compile("(?<!\\d)0{10,}(?!\\d)");
        assertThat(Versatile.differences(ORDER, "maven", VERSIONS))
                .as("Maven looks at the type that holds a number before its value, and ten zeros take a greater type")
                .isNotEmpty()
                .allMatch(difference -> difference.anyVersion(longZero.asPredicate()));
    }

    @Test
    void placesEveryRealVersion() {
        assertThat(RealVersions.inSboms("maven"))
                .hasSizeGreaterThan(300)
                .allMatch(version -> ORDER.key(version) instanceof SortKey.Ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "1.x.1, 1-alpha, 1",
        "1.2.BUILD-SNAPSHOT, 1.2-alpha, 1.2",
        "1.ga.1, 1-alpha, 1",
        "1.0.rc.1, 1, 1-x",
        "0-alpha, 0, x",
        "0.0.0-SNAPSHOT, 0, r09",
        "1--alpha, 1, 1-x",
    })
    void givesNoKeyToWhatMavenOrdersInACircle(String unplaced, String second, String third) {
        assertThat(ORDER.compare(unplaced, second)).isEqualTo(VersionComparison.LESS);
        assertThat(ORDER.compare(second, third)).isEqualTo(VersionComparison.LESS);
        assertThat(ORDER.compare(third, unplaced)).isEqualTo(VersionComparison.LESS);
        assertThat(ORDER.key(unplaced)).isInstanceOf(SortKey.Unordered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0-alpha-1, =, 1-a1",
        "1-SNAPSHOT, <, 1",
        "1-rc1, =, 1.0.CR1",
        "1.0.Final, =, 1",
        "1.0.RELEASE, =, 1-ga",
        "1-sp, >, 1",
        "1-sp, <, 1-jre",
        "1-jre, <, 1-1",
        "1-1, <, 1.1",
        "1.0.0, =, 1",
        "99999999999999999999.1, >, 99999999999999999999",
        "0, <, 0.0.1-alpha",
        "${project.version}, ?, 1",
        "'[1.0,2.0)', ?, 1",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }
}
