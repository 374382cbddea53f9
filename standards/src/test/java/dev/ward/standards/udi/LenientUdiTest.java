package dev.ward.standards.udi;

import static dev.ward.standards.udi.Udis.lenient;
import static dev.ward.standards.udi.Udis.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientUdiTest {

    private static final String WHOLE = "(01)00841542103688(17)261231(10)L7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                " (01) 00841542103688 (17) 261231 (10) L7 ",
                "(01)00841542103688\n(17)261231\r\n(10)L7\n",
                "\ufeff(01)\u00a000841542103688 (17)261231(10)L7",
                "\"(01)00841542103688(17)261231(10)L7\"",
                "'(01)00841542103688(17)261231(10)L7",
                "(01)841542103688(17)261231(10)L7",
                "0100841542103688\n17261231\n10L7\n",
                "0100841542103688\t17261231\t10L7"
            })
    void readsTheSameAsWithoutIt(String text) {
        assertThat(lenient(text).udi()).isEqualTo(read(WHOLE));
        assertThat(lenient(text).forgiven()).isNotEmpty();
        assertThat(Udi.parse(text, Udis.TODAY)).isInstanceOf(UdiResult.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WHOLE,
                "0100841542103688172612311" + "0L7",
                "+A123BJC5D6E71G",
                "+A999X1039 ",
                "=/A9999XYZ100T0944",
                "841542103688"
            })
    void forgivesNothingWhereNothingIsWrong(String text) {
        assertThat(lenient(text).udi()).isEqualTo(read(text));
        assertThat(lenient(text).forgiven()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "841542103688.0, 00841542103688",
                "'00841542103688, 00841542103688",
                "0 0841542 103688, 00841542103688",
                "12345678905, 00012345678905",
                "7612345, 00000007612345"
            })
    void restoresAGtinThatASpreadsheetHasChanged(String text, String gtin) {
        String digits = gtin.substring(0, 13) + Gtins.checkDigit(gtin, 0, 13);
        String given = text.equals("7612345") ? digits.substring(7) : text;

        assertThat(lenient(given).udi().di()).hasToString(text.equals("7612345") ? digits : gtin);
        assertThat(lenient(given).forgiven()).isNotEmpty();
    }

    @Test
    void saysWhatItForgave() {
        assertThat(lenient("(01)841542103688").forgiven())
                .containsExactly(
                        "The GTIN \"841542103688\" lacks its leading zeros; it is read as \"00841542103688\".");
        assertThat(lenient("+a123bjc5d6e71g").forgiven())
                .containsExactly("Small letters were read as capitals in \"+a123bjc5d6e71g\".");
        assertThat(lenient("+A999X1039").forgiven())
                .containsExactly("The check character, a blank, is missing behind \"+A999X1039\".");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "(01)00841542103688(10)L 7, 23, a blank",
                "\" (01) 00841542103689\", 19, ought to be",
                "1.23E+13, 0, a spreadsheet has rounded",
                "12345678904, 11, not 11",
                "+a123bjc5d6e71h, 14, ought to be",
                "\"   \", 3, There is nothing in it"
            })
    void forgivesNothingThatCouldBeSomethingElse(String text, int position, String words) {
        UdiResult result = Udi.parseLenient(text, Udis.TODAY);

        assertThat(result).isInstanceOf(UdiResult.Unreadable.class);
        UdiResult.Unreadable refused = (UdiResult.Unreadable) result;
        assertThat(refused.message()).contains(words);
        assertThat(refused.position()).isEqualTo(position);
    }
}
