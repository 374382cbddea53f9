package dev.ward.standards.version;

/// Reads and compares runs of ASCII digits of any length, without making a number of them.
final class Digits {

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether the run has at least one character and nothing but digits.
    static boolean areDigits(String text, int from, int to) {
        return from < to && end(text, from, to) == to;
    }

    /// Index of the first character from `from` on that is no digit, at most `to`.
    static int end(String text, int from, int to) {
        int i = from;
        while (i < to && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Index of the first character from `from` on that is no zero, at most `to`.
    static int skipZeros(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    /// The value of at most 18 digits; no digit at all is zero.
    static long toLong(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + (text.charAt(i) - '0');
        }
        return value;
    }

    /// Compares two runs of digits by value; no digit at all is zero.
    static int compare(String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo) {
        int i = skipZeros(left, leftFrom, leftTo);
        int j = skipZeros(right, rightFrom, rightTo);
        if (leftTo - i != rightTo - j) {
            return Integer.compare(leftTo - i, rightTo - j);
        }
        for (; i < leftTo; i++, j++) {
            if (left.charAt(i) != right.charAt(j)) {
                return Character.compare(left.charAt(i), right.charAt(j));
            }
        }
        return 0;
    }

    static int compare(String left, String right) {
        return compare(left, 0, left.length(), right, 0, right.length());
    }
}
