package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpensslOrderTest {

    private final OpensslOrder order = new OpensslOrder();

    @ParameterizedTest
    @CsvSource({
        "1:3.0.7-18.el9_2, EQUAL, 3.0.7",
        "1.0.2ze-3.ph3, EQUAL, 1.0.2ze",
        "1.0.2ze-3.ph3, LESS, 1.0.2zg",
        "1.1.1n-0+deb11u5, EQUAL, 1.1.1n",
        "3.0.0-alpha17, LESS, 3.0.0-1",
        "1.1.1-pre9, LESS, 1.1.1",
        "1.0.2k-fips, EQUAL, 1.0.2k"
    })
    void passesOverWhatADistributionAdds(String left, VersionComparison expected, String right) {
        assertThat(order.compare(left, right)).isEqualTo(expected);
    }
}
