package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GolangOrderTest {

    private static final VersionOrder ORDER = new GolangOrder();
    private static final List<String> TEMPLATES = List.of(
            "v#.#.#",
            "#.#.#",
            "v#.#",
            "v#",
            "v#.#.#-rc.#",
            "#.#.#-#",
            "v#.#.#+incompatible",
            "#.#rc#",
            "#.#beta#",
            "go#.#.#",
            "go#.#rc#",
            "v0.0.0-20190101000000-abcdef012345",
            "v0.0.0-2019#-abcdef",
            "v#.#.#-0.2019#-abcdef",
            "v#.#.#-pre.0.2019#-ab+incompatible");
    private static final List<String> PIECES =
            List.of(".", "-", "+", ".", "v", "go", "rc", "beta", "alpha", "a", "pre", "incompatible", "X");
    private static final List<String> VERSIONS = new SampleVersions(47, PIECES)
            .add(RealVersions.inSboms("golang"))
            .add(RealVersions.inOsv("osv/osv-go.ndjson.gz"))
            .fromTemplates(6000, TEMPLATES)
            .fromPieces(3000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(8000);
    }

    @Test
    void ordersAsAnotherReaderOfModuleVersionsDoes() {
        assertThat(Versatile.differences(ORDER, "golang", VERSIONS)).isEmpty();
    }

    @Test
    void readsEveryVersionOfTheGoVulnerabilityDatabase() {
        assertThat(RealVersions.inOsv("osv/osv-go.ndjson.gz"))
                .allMatch(version -> ORDER.key(version) instanceof SortKey.Ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "v0.0.0-20190101000000-abcdef012345, <, v0.0.0-20200101000000-000000000000",
        "v1.2.4-0.20190101000000-abcdef012345, >, v1.2.3",
        "v1.2.4-0.20190101000000-abcdef012345, <, v1.2.4",
        "v2.0.0+incompatible, =, 2.0.0",
        "go1.21.3, =, 1.21.3",
        "go1.21rc2, =, 1.21.0-rc.2",
        "1.21rc2, <, go1.21.0",
        "1.21rc10, >, go1.21rc9",
        "1.21beta1, <, 1.21rc1",
        "go1.21, =, 1.21.0",
        "go1.21.3-acme, =, 1.21.3",
        "0, =, v0.0.0",
        "(devel), ?, v1.0.0",
        "1.2.3.4, ?, v1.0.0",
        "v1.2-rc1, ?, v1.0.0",
        "1.21-rc2, ?, v1.0.0",
        "1.21xy2, ?, v1.0.0",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }
}
