package dev.ward.table;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells which column holds which field by its heading alone.
public final class HeadingWords {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private HeadingWords() {}

    /// Of two columns with headings of one field, the first is taken.
    ///
    /// @param known  fields by headings, as [#plain(String)] makes them
    public static <F> Map<F, String> guess(List<String> headings, Map<String, F> known) {
        Map<F, String> guess = new LinkedHashMap<>();
        for (String heading : headings) {
            F field = known.get(plain(heading));
            if (field != null) {
                guess.putIfAbsent(field, heading);
            }
        }
        return guess;
    }

    /// In small letters without accents, each run of other characters one blank.
    public static String plain(String heading) {
        String letters = ACCENT.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return OTHER.matcher(letters).replaceAll(" ").strip();
    }
}
