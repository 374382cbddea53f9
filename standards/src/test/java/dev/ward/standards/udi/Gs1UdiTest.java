package dev.ward.standards.udi;

import static dev.ward.standards.udi.Udis.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1UdiTest {

    private static final String HUMAN = "(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234";
    private static final String ELEMENTS = "0151022222233336111412311715070710A213B1\u001d211234";
    private static final String GTIN = "(01)00841542103688";

    @Test
    void readsTheExampleOfTheFda() {
        Udi udi = read(HUMAN);

        assertThat(udi.agency()).isEqualTo(IssuingAgency.GS1);
        assertThat(udi.di()).hasToString("51022222233336");
        assertThat(udi.manufactured()).isEqualTo(LocalDate.of(2014, 12, 31));
        assertThat(udi.expiry()).isEqualTo(LocalDate.of(2015, 7, 7));
        assertThat(udi.lot()).isEqualTo("A213B1");
        assertThat(udi.serial()).isEqualTo("1234");
        assertThat(udi.humanReadable()).isEqualTo(HUMAN);
        assertThat(udi.elementString()).isEqualTo(ELEMENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[01]51022222233336[11]141231[17]150707[10]A213B1[21]1234",
                "0151022222233336111412311715070710A213B1\u001d211234",
                "\u001d0151022222233336111412311715070710A213B1\u001d211234\u001d",
                "]C10151022222233336111412311715070710A213B1\u001d211234",
                "]d20151022222233336111412311715070710A213B1<GS>211234",
                "]Q30151022222233336\u001d11141231\u001d17150707\u001d10A213B1\u001d211234",
                "]e00151022222233336111412311715070710A213B1{GS}211234",
                "0151022222233336111412311715070710A213B1\\x1d211234",
                "0151022222233336111412311715070710A213B1\\u001D211234",
                "0151022222233336111412311715070710A213B1^]211234",
                "^0151022222233336111412311715070710A213B1^211234",
                "<FNC1>0151022222233336111412311715070710A213B1<FNC1>211234",
                "0151022222233336111412311715070710A213B1\u241d211234",
                "(01)51022222233336(11)141231(17)150707(10)A213B1<GS>(21)1234",
                "https://id.example.org/some/where/01/51022222233336/10/A213B1/21/1234?11=141231&17=150707"
            })
    void readsTheSameFromEveryForm(String text) {
        Udi udi = read(text);

        assertThat(udi.di()).isEqualTo(read(HUMAN).di());
        assertThat(udi.pi()).isEqualTo(read(HUMAN).pi());
        assertThat(Udis.values(udi)).containsExactlyInAnyOrderElementsOf(Udis.values(read(HUMAN)));
    }

    @ParameterizedTest
    @CsvSource({
        "00841542103688, 00841542103688",
        "841542103688, 00841542103688",
        "4006381333931, 04006381333931",
        "96385074, 00000096385074",
        "]E04006381333931, 04006381333931",
        "]I110841542103685, 10841542103685",
        "https://example.com/01/841542103688, 00841542103688",
        "HTTP://EXAMPLE.COM/01/4006381333931/, 04006381333931"
    })
    void readsAGtinAlone(String text, String gtin) {
        assertThat(read(text).di()).isEqualTo(new DeviceIdentifier(IssuingAgency.GS1, gtin));
        assertThat(read(text).pi().isEmpty()).isTrue();
    }

    @Test
    void readsTheVersionOfSoftware() {
        assertThat(read(GTIN + "(8012)4.2.1-rc1").softwareVersion()).isEqualTo("4.2.1-rc1");
    }

    @Test
    void readsTheSymbolThatHoldsOnlyTheProductionIdentifiers() {
        Udi udi = read("(17)261231(10)L7");

        assertThat(udi.di()).isNull();
        assertThat(udi.lot()).isEqualTo("L7");
    }

    @ParameterizedTest
    @CsvSource({
        "(17)260200, 2026-02-28, 2026-02",
        "(17)280200, 2028-02-29, 2028-02",
        "(17)280229, 2028-02-29, 2028-02-29",
        "(7003)2601311430, 2026-01-31, 2026-01-31T14:30"
    })
    void keepsHowPreciselyTheExpiryIsWritten(String element, LocalDate expiry, String written) {
        Udi udi = read(GTIN + element);

        assertThat(udi.expiry()).isEqualTo(expiry);
        assertThat(udi.pi().expiry()).hasToString(written);
    }

    @Test
    void readsTheTimeOfManufacture() {
        UdiDate made = read(GTIN + "(8008)260131143005").pi().manufactured();

        assertThat(made)
                .isEqualTo(new UdiDate(LocalDate.of(2026, 1, 31), UdiDate.Precision.SECOND, LocalTime.of(14, 30, 5)));
        assertThat(read(GTIN + "(8008)26013114").pi().manufactured()).hasToString("2026-01-31T14:00");
    }

    /// GS1: 51 years ahead and more is the last century, 50 years back and more the next.
    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 760101, 2076-01-01",
        "2026-01-15, 770101, 1977-01-01",
        "2060-01-15, 100101, 2110-01-01",
        "2060-01-15, 110101, 2011-01-01",
        "1999-12-31, 490101, 2049-01-01",
        "1999-12-31, 500101, 1950-01-01"
    })
    void looksForTheCenturyAroundToday(LocalDate today, String date, LocalDate expected) {
        Udi udi = Udi.parse(GTIN + "(17)" + date, today).orElseThrow();

        assertThat(udi.expiry()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"(30)12, 12", "(02)00841542103688(37)7, 7"})
    void readsHowManyThereAre(String text, int quantity) {
        assertThat(read(text).pi().quantity()).isEqualTo(quantity);
    }

    @Test
    void leavesRoundBracketsInAValue() {
        Udi udi = read(GTIN + "(10)A(B)(1)(C(21)7)");

        assertThat(udi.lot()).isEqualTo("A(B)(1)(C");
        assertThat(udi.serial()).isEqualTo("7)");
        assertThat(read(udi.elementString())).isEqualTo(udi);
    }

    /// Digits alone could be either; only what a scanner sends before them says that they are elements.
    @Test
    void readsDigitsAloneAsAGtin() {
        assertThat(read("\u001d10150222222336").lot()).isEqualTo("150222222336");
        assertThat(Udis.refused("10150222222336").message()).contains("check digit");
    }

    @Test
    void takesALotForNoNumberOfASpreadsheet() {
        assertThat(read("10123E45").lot()).isEqualTo("123E45");
        assertThat(read("(10)1.23E+13").lot()).isEqualTo("1.23E+13");
    }

    @Test
    void takesAnElementThatIsRepeatedOnce() {
        assertThat(read(GTIN + "(10)A(10)A")).isEqualTo(read(GTIN + "(10)A"));
    }

    @Test
    void decodesTheValuesOfADigitalLink() {
        Udi udi = read("https://example.com/01/00841542103688/10/A%2FB%25?17=261231&linkType=gs1:pip&x#top");

        assertThat(udi.lot()).isEqualTo("A/B%");
        assertThat(Udis.values(udi)).containsExactly("01 00841542103688", "10 A/B%", "17 261231");
    }

    @Test
    void saysWhichOtherElementsTheItemMustCarry() {
        assertThat(read("(10)A").missing())
                .containsExactly("(10), BATCH/LOT, needs (01), (02), (03), (8006) or (8026).");
        assertThat(read("(01)00841542103688(250)X").missing())
                .containsExactly("(250), SECONDARY SERIAL, needs (01) with (21), (03) with (21) or (8006) with (21).");
        assertThat(read(HUMAN).missing()).isEmpty();
    }
}
