package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerOrderTest {

    private static final VersionOrder ORDER = new ComposerOrder();
    private static final List<String> TEMPLATES = List.of(
            "#.#.#",
            "v#.#.#",
            "#.#",
            "#",
            "#.#.#.#",
            "#.#.#-dev",
            "#.#.#-alpha#",
            "#.#-beta.#",
            "#.#-RC#",
            "#.#.#-RC-#",
            "#.#.#-patch#",
            "#.#p#",
            "#.#.#-pl#",
            "#.#.#-stable",
            "#.x-dev",
            "#.#.x-dev",
            "#.#.#-beta#-dev",
            "2024.#.#",
            "20240131",
            "2024-01-31",
            "2024.01.31.#",
            "#.#.#a#.#",
            "#.#.#b");
    private static final List<String> PIECES = List.of(
            ".", "-", "_", "+", ".", "-", "a", "alpha", "b", "beta", "rc", "RC", "p", "pl", "patch", "dev", "stable",
            "x", "v");
    private static final List<String> VERSIONS = new SampleVersions(49, PIECES)
            .add(RealVersions.inSboms("composer"))
            .fromTemplates(8000, TEMPLATES)
            .fromPieces(3000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(6000);
    }

    @Test
    void ordersAsAnotherReaderOfComposerVersionsDoes() {
        Predicate<String> beginsAsADate =
                Pattern.compile("^v?\\d{4}(?:[:-]?\\d{2}|(?:\\.\\d+){3}-\\d)").asPredicate();
        Predicate<String> hasZeroBehindStability =
                Pattern.compile("[a-zA-Z][.-]?(?:\\d+[.-])*0+(?!\\d)").asPredicate();
        List<OrderProof.Difference> differences = Versatile.differences(ORDER, "composer", VERSIONS);
        assertThat(differences)
                .as(
                        "Composer reads six digits and more (2024-01, 2024.01.31.1-2) as a date, and does not fill it up to four numbers")
                .anyMatch(difference -> difference.anyVersion(beginsAsADate));
        assertThat(differences)
                .as("PHP puts RC0 after RC, as any number after none; versatile takes them for the same")
                .anyMatch(difference -> difference.anyVersion(hasZeroBehindStability));
        assertThat(differences).allMatch(difference -> difference.anyVersion(beginsAsADate.or(hasZeroBehindStability)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0-dev, <, 1.0-alpha",
        "1.0-alpha, <, 1.0-alpha1",
        "1.0-alpha2, <, 1.0-alpha10",
        "1.0a1, =, 1.0.0-alpha.1",
        "1.0-beta, <, 1.0-RC",
        "1.0-RC1-dev, <, 1.0-RC1",
        "1.0-rc1, <, 1.0",
        "1.0, <, 1.0-patch",
        "1.0-pl1, =, 1.0.0.0-p1",
        "1.0, =, v1.0.0.0",
        "1.0-stable5, =, 1.0",
        "1.0+build, =, 1.0",
        "1.0@beta, =, 1.0",
        "1.x-dev, >, 1.99",
        "1.x-dev, <, 2.0",
        "1.x-dev, =, 1.*.x.*-dev",
        "2024-01-31, =, 2024:01:31",
        "20240131, >, 2024-01-31",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dev-main",
                "dev-1.0",
                "master",
                "feature/x",
                "1.0.0.0.0",
                "1.0-foo",
                "1.0-",
                "x-dev",
                "-dev",
                "dev",
                "1.0-1"
            })
    void readsNoVersionIn(String text) {
        assertThat(ORDER.key(text) instanceof SortKey.Undetermined).isEqualTo(!text.equals("1.0-"));
    }
}
