package dev.ward.standards.cvss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssVectorTest {

    private static final String V3 = "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private static final String V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

    @ParameterizedTest
    @CsvSource({
        "AV:N/AC:L/Au:N/C:P/I:P/A:P, 2.0, 7.5, HIGH",
        "(AV:N/AC:L/Au:N/C:C/I:C/A:C), 2.0, 10.0, HIGH",
        "AV:N/AC:L/Au:N/C:N/I:N/A:N, 2.0, 0.0, NONE",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 3.0, 9.8, CRITICAL",
        "CVSS:3.1/C:H/I:H/A:H/S:U/UI:N/PR:N/AC:L/AV:N, 3.1, 9.8, CRITICAL",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 4.0, 9.3, CRITICAL",
    })
    void readsEveryVersion(String text, String version, double score, SeverityRating rating) {
        CvssVector vector = CvssVector.parse(text);
        assertThat(vector).isEqualTo(new CvssVector(version, text, score));
        assertThat(vector.rating()).isEqualTo(rating);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|The metric \"AV\" is there twice.",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H|The metric \"A\" is missing.",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:A|The metric \"E\" has no value \"A\".",
                "CVSS:3.1/AV:N/AC:L/Au:N/UI:N/S:U/C:H/I:H/A:H|CVSS 3.1 knows no metric \"Au\".",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/|CVSS 3.1 knows no metric \"\".",
                "CVSS:3.1/AV|CVSS 3.1 knows no metric \"AV\".",
                "CVSS:3.2/AV:N|CVSS 2.0 knows no metric \"CVSS\".",
                "cvss:3.1/AV:N|CVSS 2.0 knows no metric \"cvss\".",
                "(AV:N/AC:L/Au:N/C:P/I:P/A:P|CVSS 2.0 knows no metric \"(AV\".",
                "CVSS:4.0/AC:L/AV:N|The metric \"AV\" is not in the order that CVSS 4.0 demands.",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:S/SA:N|The metric \"SI\" has no value \"S\".",
            })
    void namesTheOffendingMetric(String text, String reason) {
        assertThatThrownBy(() -> CvssVector.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a CVSS vector: \"" + text + "\". " + reason);
        assertThat(CvssVector.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CVSS:3.1/", "9.8", "CVSS:3.1/AV:N\u0000/AC:L", "/////"})
    void refusesWhatIsNoVector(String text) {
        assertThat(CvssVector.tryParse(text)).isEmpty();
    }

    @Test
    void answersAHostileTextInShort() {
        String hostile = V4 + "/\u0007".repeat(500_000);
        assertThatThrownBy(() -> CvssVector.parse(hostile))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(400)
                .doesNotContain("\u0007");
    }

    @ParameterizedTest
    @CsvSource({
        "'', CVSS-B",
        "/E:X/CR:X/MAV:X/S:P, CVSS-B",
        "/E:P, CVSS-BT",
        "/MAV:L, CVSS-BE",
        "/E:U/CR:L/MSI:S/U:Amber, CVSS-BTE",
    })
    void namesWhatAFourthVersionScoreIsMadeOf(String further, String nomenclature) {
        CvssScores scores = CvssVector.parse(V4 + further).scores();
        assertThat(scores.nomenclature()).isEqualTo(nomenclature);
        assertThat(scores.base()).isEqualTo(9.3);
        assertThat(scores.temporal() != null).isEqualTo(nomenclature.contains("T"));
        assertThat(scores.environmental() != null).isEqualTo(nomenclature.endsWith("E"));
    }

    @Test
    void scoresAGroupOnlyWhereItDefinesSomething() {
        CvssScores scores = CvssVector.parse("CVSS:3.1/" + V3 + "/E:X/MAV:X").scores();
        assertThat(scores).isEqualTo(new CvssScores(9.8, null, null, 9.8, null));
    }

    @Test
    void scoresTheEnvironmentOfAChangedScopeAsItsVersionDoes() {
        String vector = "/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:L/CR:H/IR:H/AR:H/MAV:P/MAC:H/MPR:H/MUI:R";
        assertThat(CvssVector.parse("CVSS:3.0" + vector).score()).isEqualTo(6.8);
        assertThat(CvssVector.parse("CVSS:3.1" + vector).score()).isEqualTo(6.9);
    }

    @Test
    void refusesAScoreOutsideTheScale() {
        assertThatThrownBy(() -> new CvssVector("3.1", V3, 10.1)).hasMessage("not a CVSS score: \"10.1\"");
        assertThatThrownBy(() -> new CvssVector("3.1", V3, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CvssVector("5", V3, 1)).hasMessage("not a version of CVSS: \"5\"");
    }
}
