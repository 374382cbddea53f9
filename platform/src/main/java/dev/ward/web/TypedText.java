package dev.ward.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text as people typed it, made fit to be kept and compared.
public final class TypedText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\u202a-\u202e\u2066-\u2069]");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private TypedText() {}

    /// Text in one line that must be there.
    ///
    /// @param field    in camel case, as the API calls it; the words of a refusal follow from it
    /// @param longest  in code points
    /// @throws ProblemException  when it is missing, too long, or holds control characters
    public static String required(String field, @Nullable String text, int longest) {
        String words = optional(field, text, longest);
        if (words == null) {
            throw refused(field, "The %s is missing.".formatted(words(field)), "is missing");
        }
        return words;
    }

    /// Text in one line; null when there is none.
    public static @Nullable String optional(String field, @Nullable String text, int longest) {
        return text == null
                ? null
                : checked(field, SPACE.matcher(text).replaceAll(" ").strip(), longest);
    }

    /// Text that may run over several lines.
    public static @Nullable String lines(String field, @Nullable String text, int longest) {
        return text == null
                ? null
                : checked(field, text.replace("\r\n", "\n").replace('\t', ' ').strip(), longest);
    }

    private static @Nullable String checked(String field, String text, int longest) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (words.codePointCount(0, words.length()) > longest) {
            throw refused(
                    field,
                    "The %s is longer than %d characters.".formatted(words(field), longest),
                    "is longer than %d characters".formatted(longest));
        }
        if (CONTROL.matcher(words.replace("\n", "")).find()) {
            throw refused(
                    field,
                    "The %s holds a character that cannot be seen.".formatted(words(field)),
                    "holds a character that cannot be seen");
        }
        return words.isEmpty() ? null : words;
    }

    private static String words(String field) {
        return CAMEL.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /// The id that a form or the API names something by.
    ///
    /// @throws ProblemException  when it is none
    public static UUID id(String field, @Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text.strip());
        } catch (IllegalArgumentException e) {
            throw refused(field, "\"%s\" names nothing.".formatted(text), "names nothing");
        }
    }

    /// @throws ProblemException  when no person can mean the date
    public static void checkDate(String field, @Nullable LocalDate date) {
        try {
            if (date != null) {
                Times.bounded(date);
            }
        } catch (DateTimeException e) {
            throw refused(field, "\"%s\" is not a date such as 2026-11-30.".formatted(date), "has no year that can be");
        }
    }

    /// @param what  follows the field's name: "is missing"
    public static ProblemException refused(String field, String detail, String what) {
        return ProblemException.of(Problem.INVALID, detail).with(field, what);
    }
}
