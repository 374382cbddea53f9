package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// The check character of HIBCC: the sum of the places of all characters before it, modulo 43.
///
/// Source: ANSI/HIBC 2.6, appendix B.
final class Mod43 {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

    private Mod43() {}

    static char checkCharacter(CharSequence text, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += CHARACTERS.indexOf(text.charAt(i));
        }
        return CHARACTERS.charAt(sum % CHARACTERS.length());
    }

    static boolean isChecked(String text, int from, int to) {
        return to - from > 1 && checkCharacter(text, from, to - 1) == text.charAt(to - 1);
    }

    /// Refuses a symbol with characters that HIBCC does not know, or with the wrong one at its end.
    static void check(String text, int from, int to) throws UdiFault {
        for (int i = from; i < to; i++) {
            if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
                throw new UdiFault(
                        "HIBCC knows no %s: it has capital letters, digits, blanks and -.$/+%%."
                                .formatted(Quoted.of(Character.toString(text.codePointAt(i)))),
                        i);
            }
        }
        char expected = checkCharacter(text, from, to - 1);
        if (expected != text.charAt(to - 1)) {
            throw new UdiFault(
                    "The check character of %s is %s and ought to be \"%s\"."
                            .formatted(Quoted.of(text.substring(from, to)), Quoted.of(text.charAt(to - 1)), expected),
                    to - 1);
        }
    }
}
