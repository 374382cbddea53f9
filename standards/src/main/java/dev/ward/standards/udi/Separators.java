package dev.ward.standards.udi;

import java.util.List;

/// What stands for FNC1 between elements: U+001D, and what keyboards, logs and people put in its place.
final class Separators {

    static final char SEPARATOR = '\u001d';

    /// The longer before the shorter.
    private static final List<String> SUBSTITUTES = List.of(
            "\u241d", "<GS>", "<FNC1>", "{GS}", "{FNC1}", "[GS]", "[FNC1]", "\\x1d", "\\u001d", "\\035", "&#29;",
            "&#x1d;", "^]", "^");

    private Separators() {}

    /// How many characters of a separator stand at a place; 0 where none begins.
    static int length(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        return switch (text.charAt(at)) {
            case SEPARATOR -> 1;
            case '\u241d', '<', '{', '[', '\\', '&', '^' -> substitute(text, at);
            default -> 0;
        };
    }

    private static int substitute(String text, int at) {
        for (String substitute : SUBSTITUTES) {
            if (text.regionMatches(true, at, substitute, 0, substitute.length())) {
                return substitute.length();
            }
        }
        return 0;
    }
}
