package dev.ward.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One of a closed list of choices; an enum.
public interface Worded {

    String name();

    /// As people read it.
    String title();

    /// As it stands in the database, in addresses and in the API: `out-of-service`.
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The one of a word that was kept.
    ///
    /// @throws IllegalArgumentException  when there is none
    static <T extends Worded> T get(T[] choices, String word) {
        for (T choice : choices) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("\"%s\" is none of %s".formatted(word, words(choices)));
    }

    /// The one that somebody typed; null when nothing was.
    ///
    /// @throws ProblemException  when there is none of the word
    static <T extends Worded> @Nullable T typed(String field, @Nullable String text, T[] choices) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return get(choices, text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is no value of \"%s\". It is one of: %s.".formatted(text, field, words(choices)),
                    "is none of: " + words(choices));
        }
    }

    /// The same for what must be there.
    static <T extends Worded> T required(String field, @Nullable String text, T[] choices) {
        T choice = typed(field, text, choices);
        if (choice == null) {
            throw TypedText.refused(
                    field,
                    "The %s is missing. It is one of: %s.".formatted(field, words(choices)),
                    "is missing; it is one of: " + words(choices));
        }
        return choice;
    }

    private static String words(Worded[] choices) {
        return Arrays.stream(choices).map(Worded::word).collect(Collectors.joining(", "));
    }
}
