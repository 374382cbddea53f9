package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
            "#.#.#-alpha.#.beta-#");
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
    void placesEveryRealVersionOfTheSampleExceptTheListed() {
        List<String> unplaced = RealVersions.inSboms("maven").stream()
                .filter(version -> !(ORDER.key(version) instanceof SortKey.Ordered))
                .toList();
        assertThat(unplaced).isEmpty();
    }
}
