package dev.ward.standards.version;

/// Letters of ASCII, and no other: `K` (Kelvin sign) is no `k` in a version.
final class Letters {

    private Letters() {}

    static boolean isLetter(char c) {
        return isLower(c) || (c >= 'A' && c <= 'Z');
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || Digits.isDigit(c);
    }

    /// Index of the first character from `from` on that is no letter, at most `to`.
    static int end(String text, int from, int to) {
        int i = from;
        while (i < to && isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static char toLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    /// The text with its ASCII letters small; the text itself when they are.
    static String toLower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != toLower(text.charAt(i))) {
                return lowerFrom(text, i);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int from) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            lower.setCharAt(i, toLower(text.charAt(i)));
        }
        return lower.toString();
    }

    /// Whether the text has nothing but letters, digits and the given others, and at least one digit.
    static boolean areVersionCharacters(String text, String others) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= Digits.isDigit(c);
            if (!isLetterOrDigit(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }
}
