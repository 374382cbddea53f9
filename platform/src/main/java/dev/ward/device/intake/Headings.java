package dev.ward.device.intake;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Guesses which column holds which field, by its heading alone.
final class Headings {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, Field> KNOWN = known();

    private Headings() {}

    private static Map<String, Field> known() {
        Map<String, Field> known = new HashMap<>();
        for (Field field : Field.values()) {
            for (String heading : field.headings()) {
                known.putIfAbsent(heading, field);
            }
            known.putIfAbsent(plain(field.word()), field);
            known.putIfAbsent(plain(field.title()), field);
        }
        return known;
    }

    /// Of two columns with headings of one field, the first is taken.
    static Map<Field, String> guess(List<String> headings) {
        Map<Field, String> guess = new EnumMap<>(Field.class);
        for (String heading : headings) {
            Field field = KNOWN.get(plain(heading));
            if (field != null) {
                guess.putIfAbsent(field, heading);
            }
        }
        return guess;
    }

    /// In small letters without accents, each run of other characters one blank.
    static String plain(String heading) {
        String letters = ACCENT.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return OTHER.matcher(letters).replaceAll(" ").strip();
    }
}
