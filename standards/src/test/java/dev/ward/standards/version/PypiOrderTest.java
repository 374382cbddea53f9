package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PypiOrderTest {

    private static final VersionOrder ORDER = new PypiOrder();
    private static final List<String> TEMPLATES = List.of(
            "#.#.#",
            "#.#",
            "#",
            "#.#.#.#",
            "#!#.#",
            "v#.#",
            "#.#a#",
            "#.#b#",
            "#.#.#rc#",
            "#.#.dev#",
            "#.#a#.dev#",
            "#.#.post#",
            "#.#.post#.dev#",
            "#.#a#.post#.dev#",
            "#.#-#",
            "#.#+#.a",
            "#.#+local.#",
            "#.#.#-alpha-#",
            "#.#_PRE_#",
            "#.#c#",
            "#.#.rev#",
            "#.#r#",
            "#.#a",
            "#.#.dev",
            "#.#.post");
    private static final List<String> PIECES = List.of(
            ".", "-", "_", "+", "!", ".", "a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "post", "rev", "r",
            "dev", "DEV", "RC", "v", "x", "local");
    private static final List<String> VERSIONS = new SampleVersions(46, PIECES)
            .add(RealVersions.inSboms("pypi"))
            .add(RealVersions.inOsv("osv/osv-pypi.ndjson.gz"))
            .fromTemplates(6000, TEMPLATES)
            .fromPieces(4000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(10_000);
    }

    @Test
    void ordersAsAnotherReaderOfPythonVersionsDoes() {
        assertThat(Versatile.differences(ORDER, "pypi", VERSIONS))
                .as("in local versions PEP 440 puts numbers after words, versatile before them")
                .isNotEmpty()
                .allMatch(difference ->
                        difference.left().contains("+") && difference.right().contains("+"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.dev1, <, 1.0a1.dev1",
        "1.0a1.dev1, <, 1.0a1",
        "1.0a1, <, 1.0a1.post1.dev2",
        "1.0a1.post1.dev2, <, 1.0a1.post1",
        "1.0a1.post1, <, 1.0b1",
        "1.0b2, <, 1.0rc1",
        "1.0rc1, <, 1.0",
        "1.0, <, 1.0+abc",
        "1.0+abc, <, 1.0+abc.5",
        "1.0+abc.5, <, 1.0+5",
        "1.0+5, <, 1.0.post1.dev1",
        "1.0.post1.dev1, <, 1.0.post1",
        "1.0.post1, <, 1.1.dev1",
        "9999, <, 1!0",
        "1.0, =, v1.0.0",
        "1.0-1, =, 1.0.post1",
        "1.0c1, =, 1.0.RC.1",
        "1.0pre1, =, 1.0-preview_1",
        "1.0a, =, 1.0.alpha0",
        "1.0.r4, =, 1.0rev4",
        "1.0a.-1, =, 1.0a0.post1",
        "1.0+ABC-1, =, 1.0+abc.01",
        "18446744073709551616.1, >, 18446744073709551615.2",
        "2004d, ?, 1.0",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1.",
                "1..0",
                "1.0+",
                "1.0+a..b",
                "1.0-x",
                "1!",
                "!1",
                "1.0a1b1",
                "1.0dev1post1",
                "1.0-1-1",
                "٣.0"
            })
    void readsNoVersionIn(String text) {
        assertThat(ORDER.key(text)).isInstanceOf(SortKey.Undetermined.class);
    }
}
