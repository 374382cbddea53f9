package dev.ward.standards.udi;

import static dev.ward.standards.udi.Udis.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Symbols made from the rules of the standard; `*` at the end of a symbol here stands for its check character.
class HibccUdiTest {

    private static final String PRIMARY = "+A999PART1235";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+A123BJC5D6E71G",
                "+J123AQ3451/$$1125BC34567/S4012L",
                "+A99912345/$$52025010X3/16D20111212/S77DEFG458",
                "+A123ABCDEFGHI1234567891/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202$",
                "+X999123ABC0/$1234AB/S5678EDFG/16D20151001/14D20190515."
            })
    void printsWhatItRead(String symbol) {
        assertThat(read(symbol).elementString()).isEqualTo(symbol);
        assertThat(read(symbol).humanReadable()).isEqualTo("*" + symbol + "*");
        assertThat(read("*" + symbol + "*")).isEqualTo(read(symbol));
    }

    @Test
    void readsEveryPartOfAConcatenatedSymbol() {
        Udi udi = read(checked(PRIMARY + "/$$420020216LOT12/SXYZ45/16D20130202/Q12/1TEXTRA"));

        assertThat(udi.agency()).isEqualTo(IssuingAgency.HIBCC);
        assertThat(udi.di()).isEqualTo(new DeviceIdentifier(IssuingAgency.HIBCC, "A999PART1235"));
        assertThat(udi.lot()).isEqualTo("LOT12");
        assertThat(udi.serial()).isEqualTo("XYZ45");
        assertThat(udi.pi().expiry())
                .isEqualTo(new UdiDate(LocalDate.of(2020, 2, 2), UdiDate.Precision.HOUR, LocalTime.of(16, 0)));
        assertThat(udi.manufactured()).isEqualTo(LocalDate.of(2013, 2, 2));
        assertThat(udi.pi().quantity()).isEqualTo(12);
        assertThat(Udis.values(udi)).contains("1T EXTRA");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/$L7, L7, -, -, -",
                "/$+S7, -, S7, -, -",
                "/$$0526L7, L7, -, 2026-05, -",
                "/$$1226L7, L7, -, 2026-12, -",
                "/$$2051526L7, L7, -, 2026-05-15, -",
                "/$$3260515L7, L7, -, 2026-05-15, -",
                "/$$426051521L7, L7, -, 2026-05-15T21:00, -",
                "/$$526135L7, L7, -, 2026-05-15, -",
                "/$$62613521L7, L7, -, 2026-05-15T21:00, -",
                "/$$7L7, L7, -, -, -",
                "/$$824, -, -, -, 24",
                "/$$8240526L7, L7, -, 2026-05, 24",
                "/$$8242051526L7, L7, -, 2026-05-15, 24",
                "/$$8243260515L7, L7, -, 2026-05-15, 24",
                "/$$824426051521L7, L7, -, 2026-05-15T21:00, 24",
                "/$$824526135L7, L7, -, 2026-05-15, 24",
                "/$$82462613521L7, L7, -, 2026-05-15T21:00, 24",
                "/$$8247L7, L7, -, -, 24",
                "/$$900100, -, -, -, 100",
                "/$$9001007L7, L7, -, -, 100",
                "/$$9001003260515L7, L7, -, 2026-05-15, 100",
                "/$$+0526S7, -, S7, 2026-05, -",
                "/$$+2051526S7, -, S7, 2026-05-15, -",
                "/$$+3260515S7, -, S7, 2026-05-15, -",
                "/$$+426051521S7, -, S7, 2026-05-15T21:00, -",
                "/$$+526135S7, -, S7, 2026-05-15, -",
                "/$$+62613521S7, -, S7, 2026-05-15T21:00, -",
                "/$$+7S7, -, S7, -, -",
                "/26135L7, L7, -, 2026-05-15, -",
                "/26135, -, -, 2026-05-15, -",
                "/$$3260515, -, -, 2026-05-15, -",
                "/14D20260515/SS7, -, S7, 2026-05-15, -"
            })
    void readsEveryFormOfProductionIdentifiers(
            String rest, String lot, String serial, String expiry, Integer quantity) {
        Udi udi = read(checked(PRIMARY + rest));

        assertThat(udi.lot()).isEqualTo(lot);
        assertThat(udi.serial()).isEqualTo(serial);
        assertThat(udi.pi().expiry() == null ? null : udi.pi().expiry().toString())
                .isEqualTo(expiry);
        assertThat(udi.pi().quantity()).isEqualTo(quantity);
        assertThat(udi.elementString()).isEqualTo(checked(PRIMARY + rest));
    }

    @Test
    void readsAMonthUntilItsLastDay() {
        assertThat(read(checked(PRIMARY + "/$$0228L7")).expiry()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void readsTwoAndThreeSymbolsInARow() {
        Udi two = read("+A123BJC5D6E71G+$$52001510X3GD");
        Udi three = read("+J123AQ3451T+25330BC34567T2+S4012TJ");

        assertThat(two).isEqualTo(read("+A123BJC5D6E71/$$52001510X3C"));
        assertThat(three).isEqualTo(read("+J123AQ3451/25330BC34567/S4012X"));
    }

    @Test
    void takesAPlusOrASlashForACheckCharacterWhereItIsOne() {
        assertThat(read("+A123BJCMD6E79++$$52001510X3+ ").lot()).isEqualTo("10X3");
        String slash = "+A999X1059/";
        assertThat(read(slash).di()).hasToString("A999X1059");
        assertThat(read(slash + checked("+$L7/")).lot()).isEqualTo("L7");
    }

    @Test
    void readsASecondarySymbolAlone() {
        String secondary = checked("+$$52613510X3G");
        Udi udi = read(secondary);

        assertThat(udi.di()).isNull();
        assertThat(udi.lot()).isEqualTo("10X3");
        assertThat(udi.elementString()).isEqualTo(secondary);
    }

    @Test
    void printsABlankAtTheEndAsAnUnderline() {
        String symbol = "+A999X1039 ";

        assertThat(read(symbol).elementString()).isEqualTo(symbol);
        assertThat(read(symbol).humanReadable()).isEqualTo("*+A999X1039_*");
        assertThat(read("*+A999X1039_*")).isEqualTo(read(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"]d1+A123BJC5D6E71G", "]Q0+A123BJC5D6E71G", "]C0+A123BJC5D6E71G", "]zB+A123BJC5D6E71G"})
    void passesASymbologyIdentifier(String text) {
        assertThat(read(text).di()).hasToString("A123BJC5D6E71");
    }

    /// The symbol with its check character.
    static String checked(String symbol) {
        return symbol + Mod43.checkCharacter(symbol, 0, symbol.length());
    }
}
