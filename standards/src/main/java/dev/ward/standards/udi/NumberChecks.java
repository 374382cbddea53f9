package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// Checks of numbers and texts by their shape.
///
/// Source: GS1 Barcode Syntax Tests.
final class NumberChecks {

    private static final int SHORTEST_COMPANY_PREFIX = 4;

    private NumberChecks() {}

    /// A company prefix begins here: its first four characters, as many as the shortest has, are digits.
    static void companyPrefix(String text, int from, int to) throws UdiFault {
        if (to - from < SHORTEST_COMPANY_PREFIX) {
            throw new UdiFault(
                    "%s is too short to begin with a GS1 company prefix."
                            .formatted(Quoted.of(text.substring(from, to))),
                    from);
        }
        int stranger = CharacterSet.DIGITS.firstStranger(text, from, from + SHORTEST_COMPANY_PREFIX);
        if (stranger < from + SHORTEST_COMPANY_PREFIX) {
            throw new UdiFault(
                    "%s does not begin with a GS1 company prefix: %s is no digit."
                            .formatted(Quoted.of(text.substring(from, to)), Quoted.of(text.charAt(stranger))),
                    stranger);
        }
    }

    static void zero(String text, int from, int to) throws UdiFault {
        if (!isZero(text, from, to)) {
            throw new UdiFault("%s ought to be zero.".formatted(Quoted.of(text.substring(from, to))), from);
        }
    }

    static void nonzero(String text, int from, int to) throws UdiFault {
        if (isZero(text, from, to)) {
            throw new UdiFault("%s must not be zero.".formatted(Quoted.of(text.substring(from, to))), from);
        }
    }

    static void noZeroPrefix(String text, int from, int to) throws UdiFault {
        if (to > from && text.charAt(from) == '0') {
            throw new UdiFault("%s must not begin with zero.".formatted(Quoted.of(text.substring(from, to))), from);
        }
    }

    static void hasNonDigit(String text, int from, int to) throws UdiFault {
        if (CharacterSet.DIGITS.firstStranger(text, from, to) == to) {
            throw new UdiFault(
                    "%s must hold a character that is no digit.".formatted(Quoted.of(text.substring(from, to))), from);
        }
    }

    /// A piece's number, and of how many pieces, in as many digits.
    static void pieceOfTotal(String text, int from, int to) throws UdiFault {
        int middle = from + (to - from) / 2;
        nonzero(text, from, middle);
        nonzero(text, middle, to);
        String piece = text.substring(from, middle);
        String total = text.substring(middle, to);
        if (piece.compareTo(total) > 0) {
            throw new UdiFault("Piece %s of %s cannot be.".formatted(Quoted.of(piece), Quoted.of(total)), from);
        }
    }

    /// `1/3`
    static void positionInSequence(String text, int from, int to) throws UdiFault {
        int slash = CharacterSet.DIGITS.firstStranger(text, from, to);
        boolean formed = slash > from
                && slash < to - 1
                && text.charAt(slash) == '/'
                && CharacterSet.DIGITS.firstStranger(text, slash + 1, to) == to;
        if (!formed) {
            throw new UdiFault(
                    "%s is no place in a sequence, such as \"1/3\".".formatted(Quoted.of(text.substring(from, to))),
                    from);
        }
        noZeroPrefix(text, from, slash);
        noZeroPrefix(text, slash + 1, to);
        String place = text.substring(from, slash);
        String end = text.substring(slash + 1, to);
        boolean beyond = place.length() == end.length() ? place.compareTo(end) > 0 : place.length() > end.length();
        if (beyond) {
            throw new UdiFault("Place %s of %s cannot be.".formatted(Quoted.of(place), Quoted.of(end)), from);
        }
    }

    static void atMost(String what, long most, String text, int from, int to) throws UdiFault {
        if (Long.parseLong(text, from, to, 10) > most) {
            throw new UdiFault(
                    "The %s %s is more than %d.".formatted(what, Quoted.of(text.substring(from, to)), most), from);
        }
    }

    /// Each `%` stands before two digits of base 16.
    static void percentEncoded(String text, int from, int to) throws UdiFault {
        for (int i = text.indexOf('%', from); i >= 0 && i < to; i = text.indexOf('%', i + 1)) {
            int end = Math.min(to, i + 3);
            boolean encoded = end - i == 3
                    && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0;
            if (!encoded) {
                throw new UdiFault("%s is no percent-encoding.".formatted(Quoted.of(text.substring(i, end))), i);
            }
        }
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
