package dev.ward.assessment.past;

import dev.ward.table.DateOrder;
import dev.ward.table.TableChoices;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A mapping as programs and the database write it; what is absent is as in [PastMapping].
///
/// @param columns    headings by fields: `{"vulnerability": "CVE"}`
/// @param constants  what every row says, by fields
/// @param words      ours for the file's words, by fields: `{"status": {"N/A": "not-affected"}}`
/// @param dates      `iso`, `day-first` or `month-first`
/// @param delimiter  one character
public record PastMappingBody(
        @Nullable Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable Map<String, Map<String, String>> words,
        @Nullable String dates,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String sheet) {

    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 500;

    public static PastMappingBody of(PastMapping mapping) {
        TableChoices table = mapping.table();
        Map<String, Map<String, String>> words = new TreeMap<>();
        mapping.words().forEach((field, meanings) -> words.put(field.word(), new TreeMap<>(meanings)));
        return new PastMappingBody(
                texts(mapping.columns()),
                texts(mapping.constants()),
                words,
                mapping.dates() == null ? null : mapping.dates().word(),
                table.delimiter() == null ? null : table.delimiter().toString(),
                table.encoding(),
                table.sheet());
    }

    private static Map<String, String> texts(Map<PastField, String> fields) {
        Map<String, String> texts = new TreeMap<>();
        fields.forEach((field, text) -> texts.put(field.word(), text));
        return texts;
    }

    /// @throws ProblemException  when a word is none
    public PastMapping mapping() {
        return new PastMapping(
                fields("columns", columns), forAll(), meanings(), order(), choices(delimiter, encoding, sheet));
    }

    private Map<PastField, String> forAll() {
        Map<PastField, String> fields = fields("constants", constants);
        if (fields.containsKey(PastField.VULNERABILITY)) {
            throw refused("constants", "A whole file cannot be about one vulnerability.", "holds the vulnerability");
        }
        return fields;
    }

    private @Nullable DateOrder order() {
        return dates == null || dates.isEmpty()
                ? null
                : DateOrder.of(dates)
                        .orElseThrow(() -> refused(
                                "dates",
                                "\"%s\" is no order of dates.".formatted(dates),
                                "is none of iso, day-first, month-first"));
    }

    /// @throws ProblemException  when a choice is none
    static TableChoices choices(@Nullable String delimiter, @Nullable String encoding, @Nullable String sheet) {
        String chosen = delimiter == null || delimiter.isEmpty() ? null : delimiter;
        if (chosen != null && (chosen.length() != 1 || "\"\r\n".contains(chosen))) {
            throw refused("delimiter", "\"%s\" is no delimiter.".formatted(chosen), "is not one character");
        }
        String read = encoding == null || encoding.isEmpty() ? null : encoding;
        if (read != null && !TableChoices.ENCODINGS.contains(read)) {
            throw refused(
                    "encoding",
                    "\"%s\" is no encoding that is read.".formatted(read),
                    "is none of " + String.join(", ", TableChoices.ENCODINGS));
        }
        return new TableChoices(
                chosen == null ? null : chosen.charAt(0), read, sheet == null || sheet.isEmpty() ? null : sheet);
    }

    private static Map<PastField, String> fields(String where, @Nullable Map<String, String> texts) {
        Map<PastField, String> fields = new EnumMap<>(PastField.class);
        if (texts != null) {
            texts.forEach((word, text) -> {
                PastField field = field(where, word);
                if (text == null || text.length() > LONGEST) {
                    throw refused(
                            where,
                            "The value of \"%s\" is missing, or longer than %d characters.".formatted(word, LONGEST),
                            "holds no text for " + word);
                }
                if (!text.isBlank()) {
                    fields.put(field, text);
                }
            });
        }
        return fields;
    }

    private static PastField field(String where, String word) {
        return PastField.of(word)
                .orElseThrow(() -> refused(where, "\"%s\" is no field.".formatted(word), "holds an unknown field"));
    }

    private Map<PastField, Map<String, String>> meanings() {
        Map<PastField, Map<String, String>> meanings = new EnumMap<>(PastField.class);
        if (words != null) {
            words.forEach((word, texts) -> {
                PastField field = field("words", word);
                Map<String, String> ours = new HashMap<>();
                if (texts != null) {
                    texts.forEach((text, meaning) -> ours.put(key(text), meaning(field, text, meaning)));
                }
                if (ours.size() > MOST_WORDS) {
                    throw refused(
                            "words", "More than %d words of one field.".formatted(MOST_WORDS), "holds too many words");
                }
                if (!ours.isEmpty()) {
                    meanings.put(field, Map.copyOf(ours));
                }
            });
        }
        return meanings;
    }

    private static String meaning(PastField field, String text, @Nullable String meaning) {
        if (meaning == null || !PastWords.ours(field).containsKey(meaning) || text.length() > LONGEST) {
            throw refused(
                    "words",
                    "\"%s\" is no %s. It is one of: %s."
                            .formatted(
                                    meaning,
                                    field.title().toLowerCase(Locale.ROOT),
                                    String.join(", ", PastWords.ours(field).keySet())),
                    "holds an unknown meaning of \"%s\"".formatted(text));
        }
        return meaning;
    }

    /// As words of a file are compared.
    static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static ProblemException refused(String field, String detail, String what) {
        return TypedText.refused(field, detail, what);
    }
}
