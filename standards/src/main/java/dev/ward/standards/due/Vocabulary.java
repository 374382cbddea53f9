package dev.ward.standards.due;

import dev.ward.standards.input.Quoted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The words that facts and rules may use, each with its meaning.
///
/// @param words  by kind (`evidence`, `event`, `regime`), each word with its meaning
public record Vocabulary(Map<String, Map<String, String>> words) {

    public static final String EVIDENCE = "evidence";
    public static final String EVENT = "event";
    public static final String REGIME = "regime";

    /// @param lines  kind, word, meaning
    static Vocabulary read(List<List<String>> lines) {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        for (List<String> cells : lines) {
            words.computeIfAbsent(cells.getFirst(), kind -> new LinkedHashMap<>())
                    .put(cells.get(1), cells.get(2));
        }
        return new Vocabulary(words);
    }

    /// The words of a kind with their meanings, in their order.
    public Map<String, String> words(String kind) {
        return Collections.unmodifiableMap(Objects.requireNonNullElse(words.get(kind), Map.of()));
    }

    /// These words with a further one, unless it is known or nobody says what it means.
    Vocabulary with(String kind, String word, String meaning) {
        if (meaning.isEmpty() || words(kind).containsKey(word)) {
            return this;
        }
        Map<String, Map<String, String>> all = new LinkedHashMap<>(words);
        Map<String, String> further = new LinkedHashMap<>(words(kind));
        further.put(word, meaning);
        all.put(kind, further);
        return new Vocabulary(all);
    }

    /// @throws IllegalArgumentException  when it is not one of this kind; the message names those that
    /// are
    String check(String kind, String word) {
        Map<String, String> known = Objects.requireNonNullElse(words.get(kind), Map.of());
        if (!known.containsKey(word)) {
            throw new IllegalArgumentException(
                    "%s is no %s: known are %s".formatted(Quoted.of(word), kind, String.join(", ", known.keySet())));
        }
        return word;
    }
}
