package dev.ward.assessment.past;

import dev.ward.table.MappingWords;
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

    private static final int MOST_WORDS = 500;

    public static PastMappingBody of(PastMapping mapping) {
        TableChoices table = mapping.table();
        Map<String, Map<String, String>> words = new TreeMap<>();
        mapping.words().forEach((field, meanings) -> words.put(field.word(), new TreeMap<>(meanings)));
        return new PastMappingBody(
                MappingWords.of(mapping.columns()),
                MappingWords.of(mapping.constants()),
                words,
                MappingWords.of(mapping.dates()),
                MappingWords.delimiter(table),
                table.encoding(),
                table.sheet());
    }

    /// @throws ProblemException  when a word is none
    public PastMapping mapping() {
        return new PastMapping(
                MappingWords.columns(PastField.TABLE, columns),
                MappingWords.constants(PastField.TABLE, constants),
                meanings(),
                MappingWords.dates(dates),
                MappingWords.choices(delimiter, encoding, sheet));
    }

    private static PastField field(String word) {
        return PastField.TABLE
                .of(word)
                .orElseThrow(() -> refused("\"%s\" is no field.".formatted(word), "holds an unknown field"));
    }

    private Map<PastField, Map<String, String>> meanings() {
        Map<PastField, Map<String, String>> meanings = new EnumMap<>(PastField.class);
        if (words != null) {
            words.forEach((word, texts) -> {
                PastField field = field(word);
                Map<String, String> ours = new HashMap<>();
                if (texts != null) {
                    texts.forEach((text, meaning) -> ours.put(key(text), meaning(field, text, meaning)));
                }
                if (ours.size() > MOST_WORDS) {
                    throw refused(
                            "More than %d words of one field.".formatted(MOST_WORDS), "holds too many words");
                }
                if (!ours.isEmpty()) {
                    meanings.put(field, Map.copyOf(ours));
                }
            });
        }
        return meanings;
    }

    private static String meaning(PastField field, String text, @Nullable String meaning) {
        if (meaning == null || !PastWords.ours(field).containsKey(meaning) || text.length() > MappingWords.LONGEST) {
            throw refused(
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

    private static ProblemException refused(String detail, String what) {
        return TypedText.refused("words", detail, what);
    }
}
