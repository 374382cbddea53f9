package dev.ward.standards.version;

/// Tells texts that look like a version of no ecosystem, but are something else.
final class GenericShape {

    private static final int SHORTEST_HASH = 7;

    private GenericShape() {}

    /// Whether the text is hexadecimal with letters and digits, as the name of a commit is.
    static boolean isHash(String text) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= Digits.isDigit(c);
            letter |= c >= 'a' && c <= 'f';
            if (!Digits.isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() >= SHORTEST_HASH && digit && letter;
    }

    /// Whether a date stands here: `2024-01-05`.
    static boolean isDate(String text, int at) {
        return at + 10 <= text.length()
                && Digits.end(text, at, text.length()) == at + 4
                && text.charAt(at + 4) == '-'
                && Digits.end(text, at + 5, text.length()) == at + 7
                && text.charAt(at + 7) == '-'
                && Digits.end(text, at + 8, text.length()) == at + 10;
    }

    /// Whether the text is `6.1.0-6.4.2`: as many numbers on both sides, the first the same, the second side later.
    static boolean isRange(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0) {
            return false;
        }
        int i = 0;
        int j = hyphen + 1;
        int order = 0;
        for (int place = 0; ; place++) {
            int leftEnd = Digits.end(text, i, hyphen);
            int rightEnd = Digits.end(text, j, text.length());
            if (leftEnd == i || rightEnd == j) {
                return false;
            }
            order = order == 0 ? Digits.compare(text, i, leftEnd, text, j, rightEnd) : order;
            boolean leftEnds = leftEnd == hyphen;
            boolean rightEnds = rightEnd == text.length();
            if (leftEnds || rightEnds || (place == 0 && order != 0)) {
                return leftEnds && rightEnds && place > 0 && order < 0;
            }
            if (text.charAt(leftEnd) != '.' || text.charAt(rightEnd) != '.') {
                return false;
            }
            i = leftEnd + 1;
            j = rightEnd + 1;
        }
    }
}
