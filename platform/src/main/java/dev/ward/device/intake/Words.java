package dev.ward.device.intake;

import dev.ward.customer.Countries;
import dev.ward.standards.input.TableResource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/// What cells mean that hold one word of a few.
final class Words {

    static final String UNKNOWN = "unknown";

    private static final Map<String, Map<String, String>> TABLE = table();
    private static final Map<String, String> COUNTRIES = countries();

    private Words() {}

    private static Map<String, Map<String, String>> table() {
        Map<String, Map<String, String>> table = new HashMap<>();
        for (List<String> cells : TableResource.cells(Words.class, "words.tsv", 3)) {
            Map<String, String> words = table.computeIfAbsent(cells.get(0), _ -> new HashMap<>());
            words.put(cells.get(2).replace('-', ' '), cells.get(2));
            for (String word : cells.get(1).split("\\|")) {
                words.put(word, cells.get(2));
            }
        }
        return table;
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        for (Countries.Country country : Countries.all()) {
            countries.put(country.code(), country.code());
            countries.put(country.name().toUpperCase(Locale.ROOT), country.code());
            try {
                countries.put(Locale.of("", country.code()).getISO3Country(), country.code());
            } catch (MissingResourceException e) {
                // a country without a code of three letters is known by its others
            }
        }
        return countries;
    }

    static boolean isBlank(String text) {
        return text.isEmpty() || (text.length() < 8 && words("blank").containsKey(text.toLowerCase(Locale.ROOT)));
    }

    /// Whether a cell says that it is not known which release is installed.
    static boolean isUnknownRelease(String text) {
        return words("release").containsKey(text.toLowerCase(Locale.ROOT));
    }

    /// `yes`, `no`, or [#UNKNOWN]; null for another word.
    static @Nullable String truth(String text) {
        return words("truth").get(text.toLowerCase(Locale.ROOT));
    }

    static @Nullable String status(String text) {
        return words("status").get(plain(text));
    }

    static @Nullable String customerKind(String text) {
        return words("kind").get(plain(text));
    }

    /// The code of two letters.
    static @Nullable String country(String text) {
        return COUNTRIES.get(text.toUpperCase(Locale.ROOT));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    private static Map<String, String> words(String kind) {
        Map<String, String> words = TABLE.get(kind);
        if (words == null) {
            throw new IllegalStateException("words.tsv lacks \"%s\"".formatted(kind));
        }
        return words;
    }
}
