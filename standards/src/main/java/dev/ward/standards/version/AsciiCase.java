package dev.ward.standards.version;

/// Letters of ASCII, and no other: `K` (Kelvin sign) is no `k` in a version.
final class AsciiCase {

    private AsciiCase() {}

    static boolean isLetter(char c) {
        char lower = lower(c);
        return lower >= 'a' && lower <= 'z';
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != lower(text.charAt(i))) {
                return lowerFrom(text, i);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int from) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            lower.setCharAt(i, lower(text.charAt(i)));
        }
        return lower.toString();
    }
}
