package dev.ward.product.web;

import dev.ward.product.Answer;
import dev.ward.web.TypedText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The fields of a profile's form as they were sent.
record ProfileFields(MultiValueMap<String, String> sent) {

    private static final int LONGEST_NUMBER = 9;

    @Nullable
    String text(String name) {
        return sent.getFirst(name);
    }

    Answer answer(String name) {
        String text = sent.getFirst(name);
        return text == null || text.isEmpty() ? Answer.UNKNOWN : constant(Answer.class, name, text);
    }

    <E extends Enum<E>> Set<E> several(Class<E> type, String name) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String text : sent.getOrDefault(name, List.of())) {
            chosen.add(constant(type, name, text));
        }
        return chosen;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findAny()
                .orElseThrow(() ->
                        TypedText.refused(name, "\"%s\" is not in the list.".formatted(text), "is not in the list"));
    }

    @Nullable
    Integer number(String name) {
        String text = sent.getFirst(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        String digits = text.strip();
        if (digits.length() > LONGEST_NUMBER || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw TypedText.refused(name, "\"%s\" is not a whole number.".formatted(text), "is not a whole number");
        }
        return Integer.parseInt(digits);
    }

    /// The version that the person saw; 0 when there was none.
    int seen() {
        Integer revision = number("revision");
        return revision == null ? 0 : revision;
    }
}
