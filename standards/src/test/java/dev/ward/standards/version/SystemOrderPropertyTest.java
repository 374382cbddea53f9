package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys against comparison, and comparison against a second one, on versions made up and wounded.
class SystemOrderPropertyTest {

    private static final int PAIRS = 100_000;
    private static final int TRIPLES = 30_000;
    private static final String HUGE = "99999999999999999999 99999999999999999998";

    @Test
    void gentooAgrees() {
        VersionSource source = VersionSource.of(
                41,
                "1.0 1.0-r0 1.2.3b_rc4_p5-r6 1.00100000000 1.0010000000000000001 12.2b 1_p1 1.01 1.10 6.0_alpha2 0",
                "0 1 2 10 01 00 . .0 .01 .10 .1 a b z _alpha _beta _pre _rc _p _p1 _rc01 -r -r0 -r1 -r01 " + HUGE);
        OrderProperty.holdsForPairs(new GentooOrder(), source, PAIRS, NaiveOrder::gentoo);
        OrderProperty.isTransitive(new GentooOrder(), source, TRIPLES);
    }

    @Test
    void alpmAgrees() {
        VersionSource source = VersionSource.of(
                42,
                "1.0-1 1.5.b-1 1:1.0-1.1 1.0alpha-1 1.0rc1-2 20240101-1 1.0.r5.gabc123-1 2_3+4-1 1.5-1 1.5 0:1-1 1a2b-3",
                "0 1 2 10 01 . .. _ + a b ab rc A .1 .a -1 -2 -1.1 1: " + HUGE);
        OrderProperty.holdsForPairs(new AlpmOrder(), source, PAIRS, NaiveAlpmOrder::compare);
    }

    @Test
    void conanAgrees() {
        VersionSource source = VersionSource.of(
                43,
                "1.0 1.1.b 1.1-alpha.22 1.0+b1.0 1.1a cci.20200203 1.1.* 2.0.0-rc.1+build.5 b.c 1-pre1+b1 system 9e",
                "0 1 2 10 01 00 . .. - + * _ a b rc .0 .1 .a -a -1 +b +1 -0 " + HUGE);
        OrderProperty.holdsForPairs(new ConanOrder(), source, PAIRS, NaiveOrder::conan);
    }

    @Test
    void opensslAgrees() {
        VersionSource source = VersionSource.of(
                44,
                "1.0.2k 0.9.8zh 1.0.2zk 1.0.2-beta1 1.1.1-pre9 3.0.0-alpha17 3.0.0 3.5.0-dev 1.0.2k-fips 3.0.7+quic "
                        + "1.1.1k-dev 3.0.0-alpha7-dev 3 3.1",
                "0 1 2 3 10 01 . .0 .1 a b z k -alpha -alpha1 -beta2 -pre -rc1 -dev -fips +quic A " + HUGE);
        OrderProperty.holdsForPairs(new OpensslOrder(), source, PAIRS, NaiveOrder::openssl);
        OrderProperty.isTransitive(new OpensslOrder(), source, TRIPLES);
    }

    @Test
    void datetimeAgrees() {
        VersionSource source = VersionSource.of(
                45,
                "2024-01-01T00:00:00Z 2024-01-01T00:00:00.123Z 2024-01-01T00:00:00.090+02:00 2016-12-31T23:59:60Z "
                        + "2016-12-31T23:59:60.5Z 2017-01-01T00:59:60+01:00 2024-02-29T12:30:00-11:30 0000-01-01T00:00:00+23:59 "
                        + "9999-12-31T23:59:59-23:59 2023-12-31t23:00:00z",
                "0 1 2 3 9 .0 .5 .50 Z +00:00 +01:00 -00:01");
        OrderProperty.holdsForPairs(new DatetimeOrder(), source, PAIRS, NaiveOrder::datetime);
        OrderProperty.isTransitive(new DatetimeOrder(), source, TRIPLES);
    }

    @Test
    void intdotAgrees() {
        VersionSource source =
                VersionSource.of(46, "1.0 1.0.0 1.18.0 0 0.0 10.234.5.12", "0 1 2 10 01 00 . .0 .1 " + HUGE);
        OrderProperty.holdsForPairs(new IntdotOrder(), source, PAIRS, NaiveOrder::intdot);
        OrderProperty.isTransitive(new IntdotOrder(), source, TRIPLES);
    }

    @Test
    void lexicographicAgrees() {
        VersionSource source = VersionSource.of(
                47,
                "A a e\u0301 \u00e9 \u00e4 \u00df ss \ud83d\ude00 \uffee \ue000 r1605 a\u0000",
                "a b A 0 \u0000 \u00e9 \ud83d\ude00 \uffee \ud83d \ude00 \u007f \u0080");
        OrderProperty.holdsForPairs(new LexicographicOrder(), source, PAIRS, NaiveOrder::lexicographic);
    }

    @Test
    void packageOrdersAreTransitive() {
        String samples =
                "1.0 1.0-1 1:2.3.4-5 2.36-9+deb12u4 1.1.1k-9.el8_7 1.2^git1-1 2~rc1-1 1.2.3_rc4_p5~f00d-r6 3.10b-r1";
        String pieces = "0 1 2 10 01 ~ ^ + - . _ a b .0 .01 .1 1: -1 -r1 _rc _p ~rc1";
        OrderProperty.isTransitive(new DebianOrder(), VersionSource.of(48, samples, pieces), TRIPLES);
        OrderProperty.isTransitive(new RpmOrder(), VersionSource.of(49, samples, pieces), TRIPLES);
        OrderProperty.isTransitive(new AlpineOrder(), VersionSource.of(50, samples, pieces), TRIPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1:2.0", "1.-1", "1.5_-1", "1.5-1."})
    void alpmHasNoKeyWhereItsOrderHasCycles(String version) {
        assertThat(new AlpmOrder().key(version)).isInstanceOf(SortKey.Unordered.class);
    }

    @Test
    void alpmOrderHasCyclesBehindSeparators() {
        VersionOrder order = new AlpmOrder();
        assertThat(order.compare("1.-1", "1.1-1")).isEqualTo(VersionComparison.LESS);
        assertThat(order.compare("1.1-1", "1..a-1")).isEqualTo(VersionComparison.LESS);
        assertThat(order.compare("1..a-1", "1.-1")).isEqualTo(VersionComparison.LESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1a", "9e", "1.0-1a", "1.0+5b", "1.2.3*"})
    void conanHasNoKeyWhereItsOrderHasCycles(String version) {
        assertThat(new ConanOrder().key(version)).isInstanceOf(SortKey.Unordered.class);
    }

    @Test
    void conanOrderHasCyclesBetweenNumbersAndTexts() {
        VersionOrder order = new ConanOrder();
        assertThat(order.compare("20", "100")).isEqualTo(VersionComparison.LESS);
        assertThat(order.compare("100", "1a")).isEqualTo(VersionComparison.LESS);
        assertThat(order.compare("1a", "20")).isEqualTo(VersionComparison.LESS);
    }
}
