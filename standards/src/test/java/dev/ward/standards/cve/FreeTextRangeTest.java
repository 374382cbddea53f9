package dev.ward.standards.cve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    1.2.3                                ~ 1.2.3
                    < 1.5.3                              ~ <1.5.3
                    <1.2                                 ~ <1.2
                    <= 3                                 ~ <=3
                    = 1.2                                ~ 1.2
                    >= 2.0, < 2.3.1                      ~ >=2.0|<2.3.1
                    < 2.3.1, >= 2.0                      ~ >=2.0|<2.3.1
                    >= 2.0 < 2.3.1                       ~ >=2.0|<2.3.1
                    > 1.0                                ~ >1.0
                    >= 1.0.0, <2.0.0 || >= 3.0, < 3.4.5  ~ >=1.0.0|<2.0.0 or >=3.0|<3.4.5
                    All versions < V8.2                  ~ <V8.2
                    1.2.3 and earlier                    ~ <=1.2.3
                    1.2.3 and all prior versions         ~ <=1.2.3
                    1.0RC1 and below                     ~ <=1.0RC1
                    prior to 3.0                         ~ <3.0
                    versions prior to 3.0                ~ <3.0
                    before version 2.4                   ~ <2.4
                    through 1.5                          ~ <=1.5
                    up to 1.5                            ~ <=1.5
                    2.0 and later                        ~ >=2.0
                    1.0 - 1.4                            ~ >=1.0|<=1.4
                    2.0_and_earlier                      ~ <=2.0
                    2.0-and-earlier                      ~ <=2.0
                    2.0_or_later                         ~ >=2.0
                    1.0 to 1.4                           ~ >=1.0|<=1.4
                    from 1.0 through 1.4                 ~ >=1.0|<=1.4
                    1.x                                  ~ >=1|<2
                    v1.9.x                               ~ >=v1.9|<v1.10
                    5.10.*                               ~ >=5.10|<5.11
                    5.1, 5.2, 5.3                        ~ 5.1 or 5.2 or 5.3
                    all                                  ~ *
                    All versions                         ~ *
                    *                                    ~ *
                    """)
    void readsRangesThatAreWrittenAsText(String text, String expected) {
        assertThat(words(FreeTextRange.read(text, VersionStatus.AFFECTED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a",
                "unspecified",
                "QCA6391",
                "1.0 and 1.1",
                "see references",
                "< 1.0 unless patched",
                ">= 1.0, >= 2.0",
                "= 1.0, < 2.0",
                "ArubaOS 8.7.x.x: 8.7.1.1 and below",
                "<1.0 >2.0",
                "1.0-1.0",
                "2.0-1.9",
                "13.1-rc1",
                "",
                "<"
            })
    void leavesWhatIsNotSurelyARange(String text) {
        assertThat(FreeTextRange.read(text, VersionStatus.AFFECTED)).containsExactly(VersionRange.exactly(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2-1.4", "5.1-19.2", "7.0-8.2", "v1.0-v2.0", "1.0~2.0", "12.0.0.3.0-12.0.0.7", "5.10.0-60.18.0"
            })
    void leavesAVersionThatMayBeARangeWithoutAnOrder(String text) {
        VersionRange read = FreeTextRange.read(text, VersionStatus.AFFECTED).getFirst();

        assertThat(read.isExact()).isTrue();
        assertThat(VersionScheme.GENERIC.order().compare(String.valueOf(read.lower()), "6.0"))
                .isEqualTo(VersionComparison.UNDETERMINED);
    }

    @Test
    void readsWordsOnlyWhereTheyDoNotSayUnaffected() {
        assertThat(words(FreeTextRange.read("1.2.3 and later", VersionStatus.UNAFFECTED)))
                .isEqualTo("1.2.3 and later");
        assertThat(words(FreeTextRange.read(">= 1.2.3", VersionStatus.UNAFFECTED)))
                .isEqualTo(">=1.2.3");
    }

    private static String words(List<VersionRange> ranges) {
        return ranges.stream().map(VersionRange::toString).collect(Collectors.joining(" or "));
    }
}
