package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalVersionTest {

    @ParameterizedTest
    @CsvSource({
        "PYPI, v1.0-ALPHA.01, 1a1",
        "PYPI, 1!2.0.post3.dev4+Ubuntu-1, 1!2.post3.dev4+ubuntu.1",
        "PYPI, 0.0.1.post8319707068, 0.0.1.post8319707068",
        "PYPI, 2004d, 2004d",
        "GOLANG, v1.2.3+incompatible, 1.2.3",
        "GOLANG, v0.0.0-20200510223506-06a226fb4e37, 0.0.0-20200510223506-06a226fb4e37",
        "NPM, =1.2.3-rc.1+build.7, 1.2.3-rc.1",
        "DEB, 1:2.3-4, 1:2.3-4"
    })
    void spellsAVersionAsItIsCompared(VersionScheme scheme, String version, String normal) {
        assertThat(scheme.order().normal(version)).isEqualTo(normal);
        assertThat(scheme.order().compare(version, normal))
                .isIn(VersionComparison.EQUAL, VersionComparison.UNDETERMINED);
    }
}
