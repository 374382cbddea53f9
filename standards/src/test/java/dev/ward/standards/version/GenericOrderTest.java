package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericOrderTest {

    private static final VersionOrder ORDER = new GenericOrder();

    /// Each chain rises from left to right; every pair of it is compared.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-dev | 1.0-nightly | 1.0-SNAPSHOT | 1.0-insider | 1.0-alpha | 1.0-alpha.2 | 1.0-beta | 1.0-M1 | 1.0-preview"
                        + " | 1.0-rc1 | 1.0-rc.2 | 1.0~git1 | 1.0 | 1.0-1 | 1.0+dfsg-1 | 1.0k | 1.0p1 | 1.0.1 | 1.1",
                "0.9.8 | 0.9.8zh | 1.0.2-beta1 | 1.0.2 | 1.0.2a | 1.0.2k | 1.0.2k-16.el8 | 1.0.2k-16.el8_5.4 | 1.0.2p | 1.0.2z"
                        + " | 1.0.2za | 1.0.2zk | 1.0.3 | 1.1.1 | 3.0.0-alpha2 | 3.0.0-alpha17 | 3.0.0-beta1 | 3.0.0",
                "8.4 | 8.4p1 | 8.5 | 8.5p1 | 8.5p2 | 8.6",
                "1.9.5 | 1.9.5p1 | 1.9.5p2 | 1.9.6",
                "7u161 | 8 | 8u291 | 8u301 | 9",
                "1.8.0 | 1.8.0_291 | 1.8.0_301 | 1.8.1",
                "12.2 | 12.2(14)SZ5 | 12.2(18)SXD7 | 12.2(18)SXF1 | 12.2(18)SXF11 | 12.2(33)SXI6 | 12.4(2)XB4",
                "6.0(2) | 6.0(2)A4(5) | 6.0(2)A8(1) | 6.0(2)A8(11) | 6.0(3)",
                "21.2R3 | 21.2R3-S6 | 21.4R1 | 21.4R3 | 21.4R3-S7.9 | 21.4R3-S9-EVO | 22.1R1",
                "2.4.5 | 2.4.6 | 2.4.6-p2 | 2.4.6-p10 | 2.4.7-beta1 | 2.4.7",
                "9.1.0cu.2089_b20211224 | 9.1.0cu.2350_b20230313",
                "5.50(ABOM.7)C0 | 5.50(ABOM.8)b3 | 5.50(ABOM.8)C0",
                "2023-12-31 | 2024-01-05 | 2024.01.06 | 2024-11-01 | 20240105",
                "11:0 | 1000:0 | 1000:1",
                "4.9 | 1:0.1 | 2:0.1",
                "v1.9 | 1.10 | Version 1.11 | ver. 1.12 | V 2",
                "6.1.0 | 6.1.0-r1 | 6.1.0-r10",
                "10.7.0 Update 9 | 10.7.0 update 15 | 10.8",
                "9999999999999999999999999998 | 9999999999999999999999999999 | 10000000000000000000000000000",
                "7.x-1.5 | 8.x-1.4 | 8.x-1.10",
                "1.0-0ubuntu1 | 1.0-1 | 1.0-1ubuntu1 | 1.0-1ubuntu2",
            })
    void chainRises(String chain) {
        List<String> versions = List.of(chain.split(" \\| "));
        for (int i = 0; i < versions.size(); i++) {
            for (int j = 0; j < versions.size(); j++) {
                VersionComparison expected = VersionComparison.of(Integer.compare(i, j));
                assertThat(ORDER.compare(versions.get(i), versions.get(j)))
                        .as("\"%s\" to \"%s\"", versions.get(i), versions.get(j))
                        .isEqualTo(expected);
                assertThat(OrderProperty.holds(ORDER, versions.get(i), versions.get(j), null))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0 | 1 | 1.0.0 | 01.00 | v1 | V1.0 | 1.0-final | 1.0.GA | 1.0-RELEASE | 1.0-r0 | 1.0-0 | 0:1.0 | ' 1.0 ' | 1.0.",
                "1.0-rc1 | 1.0.0rc1 | 1.0.RC.1 | 1.0_rc-1 | 1~rc1 | 1.0 RC1 | 1.0-cr01 | 1.0-candidate1",
                "1.0-beta2 | 1.0b2 | 1-b02 | 1.0 Beta 2",
                "1.0p1 | 1.0-p1 | 1.0_patch1 | 1.0 Patch 1 | 1.0.pl1",
                "8u291 | 8 Update 291 | 8-update291",
                "12.2(18)SXF1 | 12.2\\(18\\)SXF1 | 12.2\\\\\\(18\\\\\\)sxf1",
                "0 | 0.0 | v0 | 0-final",
                "2024-01-05 | 2024.1.5",
            })
    void spellingsAreEqual(String equals) {
        String[] versions = equals.replace("'", "").split(" \\| ");
        for (String left : versions) {
            for (String right : versions) {
                assertThat(ORDER.compare(left, right))
                        .as("\"%s\" to \"%s\"", left, right)
                        .isEqualTo(VersionComparison.EQUAL);
                assertThat(OrderProperty.holds(ORDER, left, right, null)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "n/a",
                "N/A",
                "unspecified",
                "unknown",
                "-",
                "*",
                "v",
                "all versions",
                "All versions < V3.10",
                "2.4 and earlier",
                "prior to 3.0",
                "before 2.1",
                "4.1.0 to 4.1.21",
                "4.50 through 5.36 Patch 2",
                "< 6.3.0",
                ">= 1.0, < 2.0",
                "<=4.0.0 Build 29",
                "= 1.2.0",
                "1.0, 2.0",
                "1.0,2.0",
                "1,06",
                "9a185cc5a79b",
                "0b2967e",
                "2b74b2a92e52d1ab0c5bb4be8e5f5d1fbd8b1f2c",
                "latest",
                "release",
                "final",
                "rc1",
                "snapdragon_660",
                "QCA6390",
                "android13",
                "R301-V0",
                "2.3.x",
                "0.x",
                "2.401.*",
                "2.3.x-dev",
                "6.1-6.4",
                "17.1.0-17.12.12",
                "2.0+",
                "2.0 -",
                "1.0 2.0",
                "1.0 foo",
                "22.0 ap358357",
                "Java SE: 8u291",
                "1:2:3",
                "1.0\u0000",
                "1.0\n2",
                "\u0661.\u0662",
                "1.0\u00e9",
                "1.0/2.0",
                "[1.0,2.0)",
                "1.0;",
                "master_commit_530dbfa3",
                "1.0=1",
                "%31",
                "\ufeff1.0",
            })
    void refusesWhatIsNoVersion(String text) {
        assertThat(ORDER.key(text)).isInstanceOf(SortKey.Undetermined.class);
        assertThat(ORDER.compare(text, "1.0")).isEqualTo(VersionComparison.UNDETERMINED);
        assertThat(ORDER.compare("1.0", text)).isEqualTo(VersionComparison.UNDETERMINED);
    }

    @Test
    void keysAgreeWithComparison() {
        OrderProperty.holdsForPairs(ORDER, source(21), 100_000, NaiveGenericOrder::compare);
    }

    @Test
    void isTransitive() {
        OrderProperty.isTransitive(ORDER, source(22), 100_000);
    }

    @Test
    void keysAreShort() {
        assertThat(ORDER.key("1.0.2k-16.el8_5.4"))
                .isEqualTo(new SortKey.Ordered(
                        new byte[] {0x11, 0x10, 0x12, 5, 'k', 0, 0x20, 5, 'e', 'l', 0, 0x18, 4, 0x15, 0x14, 3}));
    }

    private static VersionSource source(long seed) {
        return VersionSource.of(
                seed,
                "1.0 1.0.2k-16.el8_5.4 8.5p1 1.9.5p2 8u291-b10 12.2(18)SXF1 21.4R3-S7.9 v2.0.0-rc.1 3.0.0-beta1 1.0~rc1 "
                        + "2024-01-05 20240105 1.2.3+dfsg-1 9.1.0cu.2350_b20230313 1:4.2 4.1.0.Final 10.7_Update_15 7.x-1.5",
                "0 1 2 9 10 01 00 . .0 .1 -0 -1 _ + ^ ~ ( ) a b k m p r v x rc beta -rc1 alpha dev final ga sp u SP1 RC "
                        + "1: patch build el foo 99999999999999999999 \\");
    }
}
