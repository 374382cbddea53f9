package dev.ward.inspection.web;

import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what somebody typed to open an inspection.
final class Typed {

    private Typed() {}

    static <T> T id(String field, @Nullable String text, Function<String, T> read) {
        try {
            return read.apply(text == null ? "" : text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(
                    field, "There is nothing of the name \"%s\".".formatted(text), "names what is not there");
        }
    }

    /// Words with spaces or commas between them.
    static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[\\s,;]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw TypedText.refused(field, "\"%s\" is not a date such as 2026-11-30.".formatted(text), "is not a date");
        }
    }
}
