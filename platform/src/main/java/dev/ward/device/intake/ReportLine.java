package dev.ward.device.intake;

import dev.ward.standards.input.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// One line of a report: an object of JSON whose values are texts, `true`, `false` or `null`.
///
/// A number is refused where a text is due, as it has lost its leading zeros already.
///
/// Source: RFC 8259, JSON, 4.
final class ReportLine {

    /// In bytes; what a line may say is far shorter.
    static final int LONGEST = 8 << 10;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final Map<String, Field> KEYS = keys();

    private ReportLine() {}

    private static Map<String, Field> keys() {
        Map<String, Field> keys = new LinkedHashMap<>();
        for (Field field : new Field[] {
            Field.UDI,
            Field.DI,
            Field.PRODUCT,
            Field.MODEL,
            Field.SERIAL,
            Field.RELEASE,
            Field.CONFIGURATION,
            Field.NETWORKED,
            Field.CONFIRMED
        }) {
            keys.put(field.word(), field);
        }
        keys.put("seenAt", Field.CONFIRMED);
        return keys;
    }

    /// Why a line is refused before anybody asks what it means.
    ///
    /// @param key  empty when it is about the whole line
    record Flawed(Rule rule, String key, String value, String reason) {}

    /// @param flawed  null when nothing is wrong
    record Read(Map<Field, String> values, @Nullable Flawed flawed) {

        static Read flawed(Rule rule, String key, String value, String reason) {
            return new Read(Map.of(), new Flawed(rule, key, value, reason));
        }
    }

    static Read read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Read.flawed(Rule.BROKEN_LINE, "", "", "it holds bytes that are not of UTF-8");
        }
        String line = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            return read(parser, line);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return Read.flawed(
                    Rule.BROKEN_LINE,
                    "",
                    line,
                    e.getOriginalMessage().startsWith("Duplicate Object property")
                            ? "it has a key twice"
                            : "it is no JSON object" + (column > 0 ? " (character %d)".formatted(column) : ""));
        }
    }

    private static Read read(JsonParser parser, String line) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Read.flawed(Rule.BROKEN_LINE, "", line, "it is no JSON object");
        }
        Map<Field, String> values = new EnumMap<>(Field.class);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Field field = KEYS.get(key);
            if (field == null) {
                return Read.flawed(
                        Rule.UNKNOWN_KEY,
                        key,
                        key,
                        "there is no key %s; the keys are %s"
                                .formatted(Quoted.of(key), String.join(", ", KEYS.keySet())));
            }
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                String value = value(token, parser);
                if (value == null) {
                    return Read.flawed(
                            Rule.BROKEN_LINE,
                            key,
                            token.isScalarValue() ? parser.getString() : "",
                            "the value of %s is neither a text nor true, false or null".formatted(Quoted.of(key)));
                }
                if (values.put(field, value) != null) {
                    return Read.flawed(Rule.BROKEN_LINE, key, value, "it says twice when it was so");
                }
            }
        }
        return parser.nextToken() == null
                ? new Read(values, null)
                : Read.flawed(Rule.BROKEN_LINE, "", line, "something stands behind its JSON object");
    }

    /// @return null for another kind of value
    private static @Nullable String value(JsonToken token, JsonParser parser) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> "yes";
            case VALUE_FALSE -> "no";
            default -> null;
        };
    }
}
