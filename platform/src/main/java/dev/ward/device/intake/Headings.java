package dev.ward.device.intake;

import dev.ward.table.HeadingWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Guesses which column holds which field, by its heading alone.
final class Headings {

    private static final Map<String, Field> KNOWN = known();

    private Headings() {}

    private static Map<String, Field> known() {
        Map<String, Field> known = new HashMap<>();
        for (Field field : Field.values()) {
            for (String heading : field.headings()) {
                known.putIfAbsent(heading, field);
            }
            known.putIfAbsent(HeadingWords.plain(field.word()), field);
            known.putIfAbsent(HeadingWords.plain(field.title()), field);
        }
        return known;
    }

    static Map<Field, String> guess(List<String> headings) {
        return HeadingWords.guess(headings, KNOWN);
    }
}
