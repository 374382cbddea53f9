package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// International bank account numbers.
///
/// Source: ISO 13616-1; ISO 7064, MOD 97-10.
final class Iban {

    private static final int HEAD = 4;
    private static final int LONGER_THAN = 10;

    private Iban() {}

    static void check(String text, int from, int to) throws UdiFault {
        if (to - from <= LONGER_THAN) {
            throw new UdiFault("The IBAN %s is too short.".formatted(Quoted.of(text.substring(from, to))), from);
        }
        CodeLists.countryLetters(text, from, from + 2);
        CharacterSet.CAPITALS_AND_DIGITS.check("The IBAN", text, from, to);
        int length = to - from;
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            int value = Character.digit(text.charAt(from + (i + HEAD) % length), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        if (remainder != 1) {
            throw new UdiFault(
                    "The check digits of the IBAN %s are wrong.".formatted(Quoted.of(text.substring(from, to))),
                    from + 2);
        }
    }
}
