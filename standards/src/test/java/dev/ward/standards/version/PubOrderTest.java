package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PubOrderTest {

    private static final VersionOrder ORDER = new PubOrder();
    private static final List<String> VERSIONS = new SampleVersions(44, SemverOrderTest.PIECES)
            .add(RealVersions.inSboms("pub"))
            .fromTemplates(4000, SemverOrderTest.TEMPLATES)
            .fromTemplates(4000, List.of("#.#.#+#", "#.#.#+hotfix.#", "#.#.#-#+#", "1.0.0+#.#", "1.0.0-a+#.x"))
            .fromPieces(2000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(6000);
    }

    @Test
    void ordersAsTheSpecificationDoes() {
        assertThat(OrderProof.differences(ORDER, VERSIONS, NaiveSemver::parse, NaiveSemver.WITH_BUILD))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-dev, <, 1.0.0",
        "1.0.0, <, 1.0.0+1",
        "1.0.0+1, <, 1.0.0+2",
        "1.0.0+2, <, 1.0.0+10",
        "1.0.0+10, <, 1.0.0+a",
        "1.0.0-dev+5, <, 1.0.0",
        "1.0, =, 1.0.0",
        "1.0.0.0, ?, 1.0.0",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }
}
