package dev.ward.standards.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader does where a text departs from its format: a strict one stops there, a lenient one notes it and goes
/// on. So one reader serves both.
public final class Departures {

    private static final int MOST = 16;

    private final String format;
    private final String text;
    private final @Nullable List<String> noted;

    private Departures(String format, String text, @Nullable List<String> noted) {
        this.format = format;
        this.text = text;
        this.noted = noted;
    }

    /// @param format  what the text should be, for messages (`package URL`)
    public static Departures strict(String format, String text) {
        return new Departures(format, text, null);
    }

    public static Departures lenient(String format, String text) {
        return new Departures(format, text, new ArrayList<>());
    }

    /// Stops when strict; otherwise notes the sentence. A hostile text gets no more than sixteen.
    ///
    /// @param sentence  one plain sentence with the offending text in quotes
    public void note(String sentence) {
        if (noted == null) {
            throw refusal(sentence);
        }
        if (noted.size() < MOST) {
            noted.add(sentence);
        } else if (noted.size() == MOST) {
            noted.add("There are more departures than are listed here.");
        }
    }

    public boolean forgives() {
        return noted != null;
    }

    /// The exception for what not even a lenient reader can forgive.
    public IllegalArgumentException refusal(String sentence) {
        return new IllegalArgumentException("not a %s: %s. %s".formatted(format, Quoted.of(text), sentence));
    }

    public <T> Forgiven<T> forgiven(T value) {
        return new Forgiven<>(value, noted == null ? List.of() : noted);
    }
}
