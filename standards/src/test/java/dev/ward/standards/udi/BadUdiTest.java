package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a text is said in words, with the character in quotes and its place, counted from 0.
class BadUdiTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', 0, There is nothing in it",
                "hello, 0, begins like no UDI",
                "hxxp://example.com/01/00841542103688, 0, begins like no UDI",
                "]C1, 3, nothing but its beginning",
                "(01)00841542103689, 17, '\"9\" and ought to be \"8\"'",
                "00841542103689, 13, '\"9\" and ought to be \"8\"'",
                "(01)0084154210368, 17, 'has 13 digits where 14 are demanded'",
                "(01)008415421036880, 18, 'has 15 digits where 14 are demanded'",
                "(01)0084154210368X, 17, 'holds \"X\" where only a digit may stand'",
                "(01)841542103688, 16, 'Leading zeros were lost, as spreadsheets do it: it is \"00841542103688\"'",
                "12345678905, 11, 'Leading zeros were lost, as spreadsheets do it: it is \"00012345678905\"'",
                "12345678904, 11, 'A GTIN has 8, 12, 13 or 14 digits, not 11'",
                "1.23E+13, 0, a spreadsheet has rounded",
                "'1,23E+13', 0, a spreadsheet has rounded",
                "8E+11, 0, a spreadsheet has rounded",
                "841542103688.0, 12, 'ends with decimals, as spreadsheets add them'",
                "(01)1.23457E+13(10)A, 4, a spreadsheet has rounded",
                "(10)LOT#1, 7, 'holds \"#\" where'",
                "(10)LOT 1, 7, 'holds \" \" (a blank) where'",
                "(10)LÖT, 5, 'holds \"Ö\" (LATIN CAPITAL LETTER O WITH DIAERESIS) where'",
                "(10)123456789012345678901, 24, 'has 21 characters where 1 to 20 are demanded'",
                "(17)261301, 6, 'The month \"13\" does not exist'",
                "(17)260229, 8, 'The day \"29\" does not exist: 2026-02 has days 01 to 28'",
                "(17)260431, 8, 'The day \"31\" does not exist: 2026-04 has days 01 to 30'",
                "(17)2604, 8, 'has 4 digits where 6 are demanded'",
                "(7003)2601012460, 12, 'The hour \"24\" does not exist'",
                "(05)1, 1, 'no application identifier \"05\"'",
                "(1)2, 1, 'no application identifier \"1\"'",
                "(01)00841542103688(10), 22, 'Nothing stands behind (10)'",
                "(01)00841542103688 (10)A, 18, 'has 15 digits'",
                "(01, 0, An application identifier in brackets was expected",
                "(10)A(10)B, 6, '(10) is there twice, with \"A\" and with \"B\"'",
                "(01)00841542103688(02)00841542103688, 19, '(01), GTIN, and (02), CONTENT, may not stand together'",
                "0100841542103688172612311012345678901234567890123, 46, 'Perhaps the separator (FNC1) that ends it is"
                        + " missing'",
                "01008415421036889, 16, 'no application identifier \"9\"'",
                "0100841542103688AB, 16, 'is no application identifier'",
                "https://example.com/, 19, 'holds no key of GS1'",
                "https://example.com/01/00841542103689, 36, 'ought to be \"8\"'",
                "https://example.com/01/00841542103688/10/A%2, 42, 'is no percent-encoding'",
                "https://example.com/01/00841542103688/99/A, 38, 'is no qualifier of (01)'",
                "https://example.com/01/00841542103688/21/A/10/B, 43, 'may not stand behind (21)'"
            })
    void saysWhatIsWrongWithGs1(String text, int position, String words) {
        assertRefused(text, position, words);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "+, 1, 'too short'",
                "+A999PART1235X, 13, 'is \"X\" and ought to be'",
                "+a123bjc5d6e71g, 1, 'HIBCC knows no \"a\"'",
                "+A123BJC5D6E71/$$3261301L7*, 20, 'The month \"13\" does not exist'",
                "+A123BJC5D6E71/$$3260230L7*, 22, 'The day \"30\" does not exist'",
                "+A123BJC5D6E71/$$526366L7*, 20, 'The year 2026 has days 001 to 365, not \"366\"'",
                "+A123BJC5D6E71/$$426051524L7*, 24, 'The hour \"24\" does not exist'",
                "+A123BJC5D6E71/$L$7*, 17, 'The lot \"L$7\" holds \"$\" where'",
                "+A123BJC5D6E71/$L7 8*, 18, 'holds \" \" (a blank) where'",
                "+A123BJC5D6E71/$1234567890123456789*, 34, 'The lot has 19 characters, more than 18'",
                "+A123BJC5D6E71/16D2026011*, 25, 'has 8 digits, YYYYMMDD'",
                "+A123BJC5D6E71/Q123456*, 21, 'more than 5 digits'",
                "+A123BJC5D6E71/$$8X1*, 18, 'A quantity of 2 digits stands behind'",
                "+A123BJC5D6E71/$$A*, 17, 'Behind \"$$\" stands a month and year'",
                "+A123BJC5D6E71/$$32601*, 22, 'The date \"32601\" is too short'",
                "+A123BJC5D6E71//SA*, 15, 'Nothing stands between'",
                "+A123BJC5D6E71/S*, 16, 'Nothing stands behind \"S\"'",
                "+A123BJC5D6E71/-X*, 15, 'begins with none of the flags'",
                "+A1231*, 6, 'a labeler code of 4, a product of 1 to 18'",
                "+A1231234567890123456789X1*, 24, 'a labeler code of 4'",
                "+A123BJC5D6E7X*, 13, 'The unit of measure at the end of \"A123BJC5D6E7X\" is \"X\"'",
                "+A123BJC5D6E71/$*, 16, 'Nothing stands behind \"$\"'",
                "*+A123BJC5D6E71G, 0, 'is not between'"
            })
    void saysWhatIsWrongWithHibcc(String text, int position, String words) {
        boolean unchecked = text.endsWith("*");
        String symbol = unchecked ? HibccUdiTest.checked(text.substring(0, text.length() - 1)) : text;
        assertRefused(symbol, position, words);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "=/A9999XYZ100T094, 17, 'has 15 characters where 16 are demanded'",
                "=/A9999XYZ100t0944, 13, 'holds \"t\" where'",
                "=>026366, 5, 'The year 2026 has days 001 to 365'",
                "=>02600A, 7, 'holds \"A\" where only a digit'",
                "&>0260012460, 8, 'The hour \"24\" does not exist'",
                "=/A9999XYZ100T0944=?, 18, 'begins no data structure of ISBT 128'",
                "=/A9999XYZ100T0944=)1234567890, 18, 'There are two device identifiers'",
                "'=,000025=,000026', 8, 'is there twice'",
                "=+07000=/A9999XYZ100T0944, 2, 'announces \"7\" structures and holds \"1\"'",
                "=/A9999XYZ100T0944=+01000, 18, 'stands at its beginning only'"
            })
    void saysWhatIsWrongWithIccbba(String text, int position, String words) {
        assertRefused(text, position, words);
    }

    @Test
    void refusesASecondSymbolOfAnotherLabel() {
        String second = HibccUdiTest.checked("+$$52001510X3H");

        assertRefused("+A123BJC5D6E71G" + second, 28, "its link is \"H\", not \"G\"");
    }

    @Test
    void findsTheWrongCheckCharacterOfTheFirstOfTwoSymbols() {
        assertRefused("+A123BJC5D6E71H+$$52001510X3GD", 14, "is \"H\" and ought to be \"G\"");
        assertRefused("+A123BJC5D6E71G+$$52001510X3GE", 29, "is \"E\" and ought to be \"D\"");
    }

    @Test
    void refusesSymbolsInTheWrongOrder() {
        assertRefused(HibccUdiTest.checked("+$$52001510X3G") + "+A123BJC5D6E71G", 15, "must be the first");
    }

    @Test
    void refusesWhatIsLongerThanAnyUdi() {
        assertRefused("(10)" + "A".repeat(2_000), 2_000, "longer than a UDI can be");
    }

    @Test
    void throwsTheMessageWhereThatIsWanted() {
        UdiResult result = Udi.parse("(17)261301", Udis.TODAY);

        assertThatThrownBy(result::orElseThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The month \"13\" does not exist")
                .hasMessageContaining("(position 6)");
    }

    /// The check character in the FDA's own example of HIBCC is not the one that its text gives.
    @Test
    void refusesTheExampleThatTheFdaPrints() {
        String example = "+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202";

        assertRefused(example + "C", example.length(), "is \"C\" and ought to be \"H\"");
        assertThat(Udis.read(example + "H").lot()).isEqualTo("LOT123456789012345");
    }

    private static void assertRefused(String text, int position, String words) {
        UdiResult.Unreadable refused = Udis.refused(text);
        assertThat(refused.message()).as(text).contains(words);
        assertThat(refused.position()).as(text + ": " + refused.message()).isEqualTo(position);
    }
}
