package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NugetOrderTest {

    private static final VersionOrder ORDER = new NugetOrder();
    private static final List<String> VERSIONS = new SampleVersions(48, SemverOrderTest.PIECES)
            .add(RealVersions.inSboms("nuget"))
            .fromTemplates(6000, SemverOrderTest.TEMPLATES)
            .fromTemplates(3000, List.of("#.#.#.#-RC#", "#.#.#.#-rc#", "#.#.#-Beta.#", "#.#-BETA.#"))
            .fromPieces(3000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(8000);
    }

    @Test
    void ordersAsAnotherReaderOfNugetVersionsDoes() {
        assertThat(Versatile.differences(ORDER, "nuget", VERSIONS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-BETA, =, 1.0.0-beta",
        "1.0.0.0, =, 1.0",
        "1.0.0.1, >, 1.0.0",
        "1.0.0.1-rc.2, <, 1.0.0.1",
        "1.01, =, 1.1",
        "1.0.0+a, =, 1.0.0+b",
        "1.2.3.4.5, ?, 1.0.0",
        "1.0.0-\u212A, ?, 1.0.0-k",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }
}
