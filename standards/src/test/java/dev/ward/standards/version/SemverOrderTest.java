package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemverOrderTest {

    private static final VersionOrder ORDER = new SemverOrder();
    static final List<String> TEMPLATES = List.of(
            "#.#.#",
            "v#.#.#",
            "#.#",
            "#",
            "#.#.#.#",
            "#.#.#-alpha",
            "#.#.#-alpha.#",
            "#.#.#-beta.#.x",
            "#.#.#-rc#",
            "#.#.#-rc.#+build.#",
            "#.#.#+#",
            "#.#.#-#",
            "#.#.#-#.#.#",
            "#.#.#--",
            "#.#.#-x-y-z.#");
    static final List<String> PIECES =
            List.of(".", "-", "+", ".", ".", "-", "alpha", "beta", "rc", "Z", "a", "A", "v", "dev", "pre", "=", "_");

    private static final List<String> VERSIONS = new SampleVersions(43, PIECES)
            .add(RealVersions.inSboms("npm"))
            .add(RealVersions.inSboms("cargo"))
            .add(RealVersions.inSboms("hex"))
            .add(RealVersions.inRustsec())
            .fromTemplates(6000, TEMPLATES)
            .fromPieces(4000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(8000);
    }

    @Test
    void ordersAsTheSpecificationDoes() {
        assertThat(OrderProof.differences(ORDER, VERSIONS, NaiveSemver::parse, NaiveSemver.PRECEDENCE))
                .isEmpty();
    }

    @Test
    void ordersAsAnotherReaderOfNpmVersionsDoes() {
        List<String> strict = VERSIONS.stream()
                .filter(version -> NaiveSemver.parse(version).isPresent() && !version.contains("+"))
                .toList();
        Predicate<String> hasMixedIdentifier =
                Pattern.compile("[-.]\\d+[a-zA-Z-]|[-.]-").asPredicate();
        Predicate<String> hasLongNumber = Pattern.compile("\\d{10}").asPredicate();
        assertThat(Versatile.differences(ORDER, "npm", strict))
                .as("clause 11.4: an identifier with a letter or hyphen is no number, and a number has any length")
                .isNotEmpty()
                .allMatch(difference -> difference.anyVersion(hasMixedIdentifier.or(hasLongNumber)));
    }

    @Test
    void readsEveryStrictVersion() {
        assertThat(VERSIONS)
                .filteredOn(version -> NaiveSemver.parse(version).isPresent())
                .allMatch(version -> ORDER.key(version) instanceof SortKey.Ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-alpha, <, 1.0.0-alpha.1",
        "1.0.0-alpha.1, <, 1.0.0-alpha.beta",
        "1.0.0-alpha.beta, <, 1.0.0-beta",
        "1.0.0-beta.2, <, 1.0.0-beta.11",
        "1.0.0-rc.1, <, 1.0.0",
        "1.0.0+build, =, 1.0.0",
        "v1.0.0, =, 1.0.0",
        "=1.0.0, =, 1",
        "0, =, 0.0.0",
        "1.2.3.4, >, 1.2.3",
        "1.2.3.0, =, 1.2.3",
        "1.0.1-a, >, 1.0.0",
        "1.0.0-01, =, 1.0.0-1",
        "latest, ?, 1.0.0",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1.", ".1", "1..2", "1.0-", "1.0+", "1.0-a..b", "1.0-a_b", "1.0.0rc1", "v", "x", "1.0 1"})
    void readsNoVersionIn(String text) {
        assertThat(ORDER.key(text)).isEqualTo(new SortKey.Undetermined("no semantic version: \"" + text + "\""));
    }
}
