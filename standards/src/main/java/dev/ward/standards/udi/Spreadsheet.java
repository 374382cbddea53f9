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

    /// Whether a number ends with the decimals that a spreadsheet adds: `841542103688.0`.
    static boolean hasDecimals(String text, int from, int to) {
        return to - from > 2
                && text.startsWith(".0", to - 2)
                && CharacterSet.DIGITS.firstStranger(text, from, to) == to - 2;
    }

    /// A digit, perhaps a point or comma and digits, then `E+` and digits.
    private static boolean isRounded(String text, int from, int to) {
        int at = from + 1;
        if (to - from < 4 || !CharacterSet.DIGITS.holds(text.charAt(from))) {
            return false;
        }
        if (text.charAt(at) == '.' || text.charAt(at) == ',') {
            at = CharacterSet.DIGITS.firstStranger(text, at + 1, to);
        }
        return to - at > 2
                && (text.charAt(at) == 'E' || text.charAt(at) == 'e')
                && text.charAt(at + 1) == '+'
                && CharacterSet.DIGITS.firstStranger(text, at + 2, to) == to;
    }
}
