package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// Global Trade Item Numbers, and the check digit that they share with the other keys of GS1.
///
/// Source: GS1 General Specifications, 7.9.1.
final class Gtins {

    static final int LENGTH = 14;

    private static final String ZEROS = "00000000000000";

    private Gtins() {}

    /// Whether a GTIN may have so many digits.
    static boolean isLength(int length) {
        return length == 8 || length == 12 || length == 13 || length == LENGTH;
    }

    /// The digit that ought to stand behind these.
    static char checkDigit(String text, int from, int to) {
        int sum = 0;
        int weight = 3;
        for (int i = to - 1; i >= from; i--) {
            sum += (text.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    static boolean hasCheckDigit(String text, int from, int to) {
        return checkDigit(text, from, to - 1) == text.charAt(to - 1);
    }

    static void check(String text, int from, int to) throws UdiFault {
        char expected = checkDigit(text, from, to - 1);
        if (expected != text.charAt(to - 1)) {
            throw new UdiFault(
                    "The check digit of %s is \"%s\" and ought to be \"%s\": a digit is wrong, or two are swapped."
                            .formatted(Quoted.of(text.substring(from, to)), text.charAt(to - 1), expected),
                    to - 1);
        }
    }

    /// The same GTIN with 14 digits.
    static String padded(String digits) {
        return ZEROS.substring(digits.length()) + digits;
    }

    /// Whether these digits can be a GTIN whose leading zeros were lost.
    static boolean hasLostZeros(String text, int from, int to) {
        int length = to - from;
        return length >= 7
                && length < LENGTH
                && CharacterSet.DIGITS.firstStranger(text, from, to) == to
                && hasCheckDigit(text, from, to);
    }

    /// What to add to a message about a GTIN that is too short; empty when its zeros are not what is missing.
    static String zerosHint(ApplicationIdentifier ai, String text, int from, int to) {
        if (!isGtin(ai) || !hasLostZeros(text, from, to)) {
            return "";
        }
        return " Leading zeros were lost, as spreadsheets do it: it is %s."
                .formatted(Quoted.of(padded(text.substring(from, to))));
    }

    static boolean isGtin(ApplicationIdentifier ai) {
        return ai.digits().equals("01")
                || ai.digits().equals("02")
                || ai.digits().equals("03");
    }
}
