package dev.ward.standards.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Vendors' and products' names as they are compared: what people write differently becomes the same.
final class Names {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "gmbh",
            "ag",
            "sa",
            "bv",
            "plc",
            "foundation",
            "project",
            "team",
            "software",
            "technologies",
            "systems");

    private Names() {}

    /// Lower case, words joined by one underscore, without marks and legal forms: `Wind River Systems, Inc.`
    /// becomes
    /// `wind_river`. Empty for a name that says nothing (`n/a`, `unknown`, `*`).
    static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        int words = 0;
        for (String word : words(name)) {
            if ((words > 0 && LEGAL_FORMS.contains(word)) || (words == 0 && word.equals("the"))) {
                continue;
            }
            if (words > 0) {
                normal.append('_');
            }
            normal.append(word);
            words++;
        }
        String text = normal.toString();
        return text.equals("n_a") || text.equals("unknown") || text.equals("unspecified") || text.equals("noassertion")
                ? ""
                : text;
    }

    private static List<String> words(String name) {
        StringBuilder spaced = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean kept = Character.isLetterOrDigit(c) || c == '+' || c == '#';
            spaced.appendCodePoint(kept ? c : ' ');
        });
        return Arrays.stream(spaced.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
