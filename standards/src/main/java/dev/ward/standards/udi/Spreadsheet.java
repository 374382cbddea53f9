package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// What spreadsheets do to numbers.
final class Spreadsheet {

    private Spreadsheet() {}

    /// Refuses a number that was rounded to a power of ten: `1.23E+13`.
    static void refuse(String text, int from, int to) throws UdiFault {
        if (isRounded(text, from, to)) {
            throw new UdiFault(
                    ("%s is a number that a spreadsheet has rounded; the digits that it lost cannot be restored. "
                                    + "Take it from its source again, into a column of text.")
                            .formatted(Quoted.of(text.substring(from, to))),
                    from);
        }
    }

    /// Digits, then perhaps a point or comma and digits, then `E+` and digits.
    private static boolean isRounded(String text, int from, int to) {
        int at = CharacterSet.DIGITS.firstStranger(text, from, to);
        if (at == from || at == to) {
            return false;
        }
        if (text.charAt(at) == '.' || text.charAt(at) == ',') {
            at = CharacterSet.DIGITS.firstStranger(text, at + 1, to);
        }
        if (at >= to || (text.charAt(at) != 'E' && text.charAt(at) != 'e')) {
            return false;
        }
        at++;
        if (at < to && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        return at < to && CharacterSet.DIGITS.firstStranger(text, at, to) == to;
    }
}
