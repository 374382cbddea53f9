package dev.ward.standards.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendedInputTest {

    private final List<Unread> told = new ArrayList<>();
    private final Mending mending = new Mending(new UnreadReport("test", told::add), "JSON");

    /// An input that gives one byte at a time, so that every character is cut.
    private static InputStream slowly(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, 1));
            }
        };
    }

    @Test
    void replacesWhatIsNoUtf8AsThePlatformDoes() throws IOException {
        Random random = new Random(7);
        byte[] likely = {'a', '\n', (byte) 0x80, (byte) 0xbf, (byte) 0xc1, (byte) 0xc3, (byte) 0xe0, (byte) 0xa0};
        byte[] others = {(byte) 0xed, (byte) 0x9f, (byte) 0xf0, (byte) 0x90, (byte) 0xf4, (byte) 0x8f, (byte) 0xff};
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextBoolean()
                        ? likely[random.nextInt(likely.length)]
                        : others[random.nextInt(others.length)];
            }
            InputStream input = round % 2 == 0 ? slowly(bytes) : new ByteArrayInputStream(bytes);
            byte[] mended = new MendedUtf8(input, mending, true).readAllBytes();

            assertThat(signsOnce(mended)).isEqualTo(signsOnce(bytes));
        }
    }

    /// The platform puts fewer replacements for a surrogate than Unicode recommends.
    private static String signsOnce(byte[] bytes) {
        return new String(bytes, UTF_8).replaceAll("\ufffd+", "\ufffd");
    }

    @Test
    void passesWhatIsWellFormed() throws IOException {
        byte[] text = "{\"\u00e4\": \"\ud83d\ude00 \\u00e4 \\\\ \\\" \\/\",\n \"x\": [1, \"\"]}".getBytes(UTF_8);

        assertThat(new MendedStrings(new MendedUtf8(slowly(text), mending, true), mending).readAllBytes())
                .isEqualTo(text);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "a\\xb"        | "a\\\\xb"        | 1 | 4
                    "a\\u12g4"     | "a\\\\u12g4"     | 1 | 7
                    "a\\u"         | "a\\\\u"         | 1 | 5
                    "\\\\\\q"      | "\\\\\\\\q"      | 1 | 5
                    """)
    void escapesWhatIsNoEscape(String text, String expected, long line, long column) throws IOException {
        byte[] mended = new MendedStrings(slowly(text.getBytes(UTF_8)), mending).readAllBytes();

        assertThat(new String(mended, UTF_8)).isEqualTo(expected);
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.location()).isEqualTo(new Location(line, column, ""));
            assertThat(one.lost()).isFalse();
        });
    }

    @Test
    void escapesControlCharactersWithinStringsOnly() throws IOException {
        byte[] mended =
                new MendedStrings(slowly("[\t\"a\tb\nc\",\n\"d\u0001\"]".getBytes(UTF_8)), mending).readAllBytes();

        assertThat(new String(mended, UTF_8)).isEqualTo("[\t\"a\\u0009b\\u000ac\",\n\"d\\u0001\"]");
        assertThat(told)
                .extracting(Unread::location)
                .containsExactly(new Location(1, 5, ""), new Location(1, 7, ""), new Location(3, 3, ""));
    }

    @Test
    void replacesControlCharactersWhereAFormatHasNone() throws IOException {
        byte[] mended = new MendedUtf8(slowly("a\u0000b\t\r\n".getBytes(UTF_8)), mending, false).readAllBytes();

        assertThat(new String(mended, UTF_8)).isEqualTo("a\ufffdb\t\r\n");
        assertThat(told).singleElement().asString().contains("line 1, column 2").contains("U+0000");
    }

    @Test
    void tellsTheFirstHundredPlacesAndHowManyMore() throws IOException {
        byte[] latin = "\u00e4 ".repeat(1_000).getBytes(ISO_8859_1);

        new MendedUtf8(new ByteArrayInputStream(latin), mending, true).readAllBytes();

        assertThat(told).hasSize(101);
        assertThat(told.getLast().reason()).isEqualTo("was mended at 900 more places");
    }
}
