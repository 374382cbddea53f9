package dev.ward.standards.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class JsonInputTest {

    @Test
    void saysWhereEachValueStands() throws Exception {
        List<String> places = new ArrayList<>();
        try (JsonParser parser = open("{\"a\":[1,\n {\"b/c~\":2}],\"d\":{}}", UTF_8)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token.isStructStart()) {
                    places.add(JsonInput.location(parser).toString());
                }
            }
        }
        assertThat(places)
                .containsExactly(
                        "line 1, column 1 (/)",
                        "line 1, column 6 (/a)",
                        "line 1, column 7 (/a/0)",
                        "line 2, column 2 (/a/1)",
                        "line 2, column 10 (/a/1/b~1c~0)",
                        "line 2, column 18 (/d)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void detectsTheEncoding(String charset) throws Exception {
        try (JsonParser parser = open("\"ä\"", Charset.forName(charset))) {
            parser.nextToken();
            assertThat(parser.getString()).isEqualTo("ä");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":                                  | it was cut off
                    {"a": "b                               | it was cut off
                    [1, 2                                  | it was cut off
                    {"a" 1}                                | colon
                    """)
    void saysWhatIsWrongInWords(String json, String words) throws Exception {
        try (JsonParser parser = open(json, UTF_8)) {
            assertThatThrownBy(() -> {
                        while (parser.nextToken() != null) {
                            parser.getString();
                        }
                    })
                    .isInstanceOfSatisfying(JacksonException.class, e -> {
                        try {
                            assertThat(JsonInput.unreadable("x", parser, e)
                                            .unread()
                                            .reason())
                                    .contains(words)
                                    .doesNotContain("Source", "`", "VALUE_");
                        } catch (IOException wrong) {
                            throw new UncheckedIOException(wrong);
                        }
                    });
        }
    }

    @Test
    void passesWhatIsTooDeepWithoutRecursing() throws Exception {
        String deep = "[" + "[".repeat(90_000) + "]".repeat(90_000) + ",7]";
        try (JsonParser parser = open(deep, UTF_8)) {
            parser.nextToken();
            parser.nextToken();
            parser.skipChildren();
            parser.nextToken();
            assertThat(parser.getIntValue()).isEqualTo(7);
            assertThat(JsonInput.location(parser).pointer()).isEqualTo("/1");
        }
    }

    @Test
    void saysWhereTheTextStopsBeingJson() throws Exception {
        try (JsonParser parser = open("{\"a\":\n [1, x", UTF_8)) {
            assertThatThrownBy(() -> readAll(parser))
                    .isInstanceOf(UnreadableInput.class)
                    .hasMessageStartingWith("test, line 2, column 6 (/a/1): JSON not read: Unrecognized token 'x'");
        }
    }

    @Test
    void passesOnTheFailureOfTheInputItself() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("unplugged");
            }
        };
        assertThatThrownBy(() -> {
                    try (JsonParser parser = JsonInput.open(silent(), broken)) {
                        readAll(parser);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
    }

    private static UnreadReport silent() {
        return new UnreadReport("test", part -> {});
    }

    private static JsonParser open(String text, Charset charset) throws IOException, UnreadableInput {
        return JsonInput.open(silent(), new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static void readAll(JsonParser parser) throws IOException, UnreadableInput {
        try {
            while (parser.nextToken() != null) {
                // each token is looked at only by the parser
            }
        } catch (JacksonException e) {
            throw JsonInput.unreadable("test", parser, e);
        }
    }
}
