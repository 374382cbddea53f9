package dev.ward.table;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What programs, forms and the database write of a mapping, and what it means.
public final class MappingWords {

    /// Of a heading or a value, in characters.
    public static final int LONGEST = 1_000;

    private MappingWords() {}

    /// @return by the fields' words, in their order
    public static Map<String, String> of(Map<? extends TableField, String> fields) {
        Map<String, String> words = new TreeMap<>();
        fields.forEach((field, text) -> words.put(field.word(), text));
        return words;
    }

    public static @Nullable String of(@Nullable DateOrder dates) {
        return dates == null ? null : dates.word();
    }

    public static @Nullable String delimiter(TableChoices choices) {
        return choices.delimiter() == null ? null : choices.delimiter().toString();
    }

    /// @param columns  headings by the words of fields; null for none
    /// @throws ProblemException  when a word is none
    public static <F extends Enum<F> & TableField> Map<F, String> columns(
            FieldTable<F> table, @Nullable Map<String, String> columns) {
        return fields(table, "columns", columns);
    }

    /// @param constants  what every row says, by the words of fields; null for nothing
    /// @throws ProblemException  when a word is none, or of a field that cannot be the same for all
    /// rows
    public static <F extends Enum<F> & TableField> Map<F, String> constants(
            FieldTable<F> table, @Nullable Map<String, String> constants) {
        return fields(table, "constants", constants);
    }

    private static <F extends Enum<F> & TableField> Map<F, String> fields(
            FieldTable<F> table, String where, @Nullable Map<String, String> texts) {
        Map<F, String> fields = new EnumMap<>(table.type());
        boolean forAll = where.equals("constants");
        Optional.ofNullable(texts).orElse(Map.of()).forEach((word, text) -> {
            F field = table.of(word)
                    .filter(one -> !forAll || one.isForAll())
                    .orElseThrow(() -> refused(
                            where,
                            "\"%s\" is no field%s.".formatted(word, forAll ? " that can be the same for all rows" : ""),
                            "holds an unknown field"));
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
        return fields;
    }

    /// @param dates  `iso`, `day-first` or `month-first`; empty or null when nobody chose
    /// @throws ProblemException  when it is none
    public static @Nullable DateOrder dates(@Nullable String dates) {
        return dates == null || dates.isEmpty()
                ? null
                : DateOrder.of(dates)
                        .orElseThrow(() -> refused(
                                "dates",
                                "\"%s\" is no order of dates.".formatted(dates),
                                "is none of iso, day-first, month-first"));
    }

    /// Each empty or null where nobody chose.
    ///
    /// @throws ProblemException  when a choice is none
    public static TableChoices choices(@Nullable String delimiter, @Nullable String encoding, @Nullable String sheet) {
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

    private static ProblemException refused(String field, String detail, String what) {
        return ProblemException.of(Problem.INVALID, detail).with(field, what);
    }
}
