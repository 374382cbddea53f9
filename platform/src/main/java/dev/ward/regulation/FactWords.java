package dev.ward.regulation;

import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.ProductKind;
import dev.ward.web.TypedText;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of facts, as `./ward due` and forms write them.
public final class FactWords {

    private FactWords() {}

    /// @throws dev.ward.web.ProblemException  when it is none
    public static ExploitationState exploitation(String field, @Nullable String word) {
        return required(field, word, ExploitationState.values());
    }

    /// @throws dev.ward.web.ProblemException  when it is none
    public static Association association(String field, @Nullable String word) {
        return required(field, word, Association.values());
    }

    /// Null when nobody says.
    ///
    /// @throws dev.ward.web.ProblemException  when it is none
    public static @Nullable ProductKind productKind(String field, @Nullable String word) {
        return word == null || word.isBlank() ? null : required(field, word, ProductKind.values());
    }

    /// `non-device`.
    public static String word(Enum<?> value) {
        return SayingRepository.word(value);
    }

    private static <E extends Enum<E>> E required(String field, @Nullable String word, E[] values) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> TypedText.refused(
                        field,
                        "\"%s\" is none of: %s."
                                .formatted(
                                        word,
                                        Arrays.stream(values)
                                                .map(FactWords::word)
                                                .collect(Collectors.joining(", "))),
                        "is none of the words"));
    }
}
