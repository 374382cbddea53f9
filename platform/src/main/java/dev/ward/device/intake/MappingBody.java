package dev.ward.device.intake;

import dev.ward.table.DateOrder;
import dev.ward.table.TableChoices;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A mapping as programs and the database write it; what is absent is as in [Mapping].
///
/// @param columns    headings by fields: `{"serial": "Serial No."}`
/// @param constants  what every row says, by fields
/// @param dates      `iso`, `day-first` or `month-first`
/// @param delimiter  one character
public record MappingBody(
        @Nullable Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable String dates,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String sheet,
        @Nullable Boolean addCustomers,
        @Nullable Boolean allOrNothing) {

    private static final int LONGEST = 1_000;

    public static MappingBody of(Mapping mapping) {
        TableChoices table = mapping.table();
        return new MappingBody(
                words(mapping.columns()),
                words(mapping.constants()),
                mapping.dates() == null ? null : mapping.dates().word(),
                table.delimiter() == null ? null : table.delimiter().toString(),
                table.encoding(),
                table.sheet(),
                mapping.addsCustomers(),
                mapping.allOrNothing());
    }

    private static Map<String, String> words(Map<Field, String> fields) {
        Map<String, String> words = new TreeMap<>();
        fields.forEach((field, text) -> words.put(field.word(), text));
        return words;
    }

    /// @throws ProblemException  when a word is none
    public Mapping mapping() {
        return new Mapping(
                fields(columns, false),
                fields(constants, true),
                dates == null || dates.isEmpty()
                        ? null
                        : DateOrder.of(dates)
                                .orElseThrow(() -> refused(
                                        "dates",
                                        "\"%s\" is no order of dates.".formatted(dates),
                                        "is none of iso, day-first, month-first")),
                choices(),
                Boolean.TRUE.equals(addCustomers),
                Boolean.TRUE.equals(allOrNothing));
    }

    private TableChoices choices() {
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

    private static Map<Field, String> fields(@Nullable Map<String, String> words, boolean forAll) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (words == null) {
            return fields;
        }
        words.forEach((word, text) -> {
            Optional<Field> field = Field.of(word).filter(one -> !forAll || one.isForAll());
            if (field.isEmpty()) {
                throw refused(
                        forAll ? "constants" : "columns",
                        "\"%s\" is no field%s.".formatted(word, forAll ? " that can be the same for all rows" : ""),
                        "holds an unknown field");
            }
            if (text == null || text.length() > LONGEST) {
                throw refused(
                        forAll ? "constants" : "columns",
                        "The value of \"%s\" is missing, or longer than %d characters.".formatted(word, LONGEST),
                        "holds no text for " + word);
            }
            if (!text.isBlank()) {
                fields.put(field.get(), text);
            }
        });
        return fields;
    }

    private static ProblemException refused(String field, String detail, String what) {
        return ProblemException.of(Problem.INVALID, detail).with(field, what);
    }
}
