package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The checks of contents, by elements that stand on both sides of each.
class ChecksTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "(00)123456789012345675",
                "(401)1234X",
                "(8013)1987654Ad4X4bL5ttr2310c2K",
                "(8014)1234abcdefghijklmnopqrsQP",
                "(8003)01234567890128A",
                "(8001)12345678901204",
                "(8001)00010000100190",
                "(8011)1",
                "(8006)123456789012310203",
                "(7258)1/3",
                "(7258)9/9",
                "(4309)18000000003600000000",
                "(7006)240229",
                "(7250)19000228",
                "(7251)200002292359",
                "(8008)26013100",
                "(8008)260131235959",
                "(4324)2601000000",
                "(422)276",
                "(7030)999A",
                "(421)276X",
                "(4307)DE",
                "(3910)9781",
                "(7252)9",
                "(4321)0",
                "(4330)000100-",
                "(7040)1ABC",
                "(7040)1AB-",
                "(7241)01",
                "(7241)80",
                "(7041)X11",
                "(7041)9",
                "(8007)DE91100000000123456789",
                "(8007)GB98MIDL07009312345678",
                "(4300)A%20B%C3%A4",
                "(8110)012345612345611110123",
                "(8110)012345612345611110123101101239211012393260301426020161123456790101",
                "(8112)001234561234560123456",
                "(8010)1234ABC",
                "(8030)A-_z="
            })
    void passesWhatTheStandardAllows(String text) {
        assertThat(Udi.parse(text.replace("(8010)1234ABC", "(8010)1234ABC"), Udis.TODAY))
                .as(text)
                .isInstanceOf(UdiResult.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "(00)123456789012345674, 21, ought to be \"5\"",
                "(401)12X4, 7, no digit",
                "(401)123, 5, too short to begin with a GS1 company prefix",
                "(8013)1987654Ad4X4bL5ttr2310cXK, 29, ought to be \"2K\"",
                "(8014)123456789012NT, 18, ought to be",
                "(8003)11234567890128A, 6, ought to be zero",
                "(8001)00000000100190, 6, must not be zero",
                "(8001)00010000100121, 18, '\"2\" is no winding direction'",
                "(8011)01, 6, must not begin with zero",
                "(8006)123456789012310003, 20, must not be zero",
                "(8006)123456789012310403, 20, 'Piece \"04\" of \"03\"'",
                "(7258)3/1, 6, 'Place \"3\" of \"1\"'",
                "(7258)0/1, 6, must not begin with zero",
                "(7258)111, 6, is no place in a sequence",
                "(4309)18000000013600000000, 6, latitude",
                "(4309)18000000003600000001, 16, longitude",
                "(7006)230229, 10, 'The day \"29\"'",
                "(7250)20001301, 10, 'The month \"13\"'",
                "(7251)200002292360, 16, 'The minute \"60\"'",
                "(8008)26013124, 12, 'The hour \"24\"'",
                "(8008)260131235960, 16, 'The second \"60\"'",
                "(4326)260100, 10, 'The day \"00\"'",
                "(422)275X, 8, has 4 digits",
                "(422)277, 5, No country",
                "(4307)DD, 6, No country",
                "(3910)0001, 6, No currency",
                "(7252)3, 6, is no sex",
                "(4321)2, 6, is no answer",
                "(4330)000100+, 12, is no sign",
                "(7040)1AB., 9, is no importer index",
                "(7241)11, 6, No medium",
                "(7041)X13, 6, No type of package",
                "(8007)DE91100000000123456788, 8, check digits of the IBAN",
                "(8007)DD91100000000123456789, 6, No country",
                "(8007)DE9110, 6, is too short",
                "(4300)A%2, 7, is no percent-encoding",
                "(8110)712345612345611110123, 6, The length of the company prefix",
                "(8110)01234561234561111012, 26, ends within its first purchase family code",
                "(8110)01234561234561111012332601314260201, 35, expires before it starts",
                "(8110)0123456123456111101237, 27, begins no field",
                "(8112)201234561234560123456, 6, is no format",
                "(8112)0012345612345601234567, 27, is left over",
                "(8010)1234a, 10, capital letter",
                "(8030)A+, 7, base64url"
            })
    void refusesWhatTheStandardForbids(String text, int position, String words) {
        UdiResult.Unreadable refused = Udis.refused(text);

        assertThat(refused.message()).contains(words);
        assertThat(refused.position()).as(refused.message()).isEqualTo(position);
    }
}
