package dev.ward.customer;

import dev.ward.web.TypedText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The world's countries by their codes of two letters.
///
/// Source: ISO 3166-1, alpha-2.
public final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private static final List<Country> ALL = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Country(code, name(code)))
            .sorted(Comparator.comparing(Country::name))
            .toList();

    private Countries() {}

    /// @param name  in English
    public record Country(String code, String name) {}

    /// All of them, by name.
    public static List<Country> all() {
        return ALL;
    }

    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /// The name in English; the code itself when there is no such country.
    public static String name(String code) {
        return isKnown(code) ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH) : code;
    }

    /// The code that somebody typed, in large letters; null when there is none.
    ///
    /// @throws dev.ward.web.ProblemException  when there is no such country
    public static @Nullable String typed(String field, @Nullable String text) {
        String code = TypedText.optional(field, text, 200);
        if (code == null) {
            return null;
        }
        String large = code.toUpperCase(Locale.ROOT);
        if (!isKnown(large)) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is no country; give its code of two letters, such as DE.".formatted(code),
                    "is not the code of a country, such as DE");
        }
        return large;
    }
}
