package dev.ward.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// What the lists of a form offer: what is sent, and its words, in order.
public final class Choices {

    private Choices() {}

    /// The constants of an enum by their names.
    public static <E extends Enum<E>> SequencedMap<String, String> of(E[] constants, Function<E, String> words) {
        return of(List.of(constants), Enum::name, words);
    }

    public static <T> SequencedMap<String, String> of(
            Iterable<T> things, Function<T, String> key, Function<T, String> words) {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        things.forEach(thing -> choices.put(key.apply(thing), words.apply(thing)));
        return choices;
    }
}
