package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// The device identifier of HIBCC: labeler (a letter and three letters or digits), product (1 to 18), unit of measure
/// (a
/// digit).
///
/// Source: ANSI/HIBC 2.6, table 1.
final class HibccIdentifier {

    private static final int LABELER = 4;
    private static final int LONGEST_PRODUCT = 18;

    private HibccIdentifier() {}

    static void check(String text, int from, int to) throws UdiFault {
        String value = text.substring(from, to);
        CharacterSet.CAPITALS_AND_DIGITS.check("The device identifier", text, from, to);
        if (from == to || text.charAt(from) < 'A') {
            throw new UdiFault(
                    "The labeler code of %s does not begin with a letter.".formatted(Quoted.of(value)), from);
        }
        int product = to - from - LABELER - 1;
        if (product < 1 || product > LONGEST_PRODUCT) {
            throw new UdiFault(
                    "%s has %d characters; a labeler code of 4, a product of 1 to 18 and a unit of measure of 1 were expected."
                            .formatted(Quoted.of(value), to - from),
                    product < 1 ? to : from + LABELER + LONGEST_PRODUCT + 1);
        }
        char unit = text.charAt(to - 1);
        if (unit < '0' || unit > '9') {
            throw new UdiFault(
                    "The unit of measure at the end of %s is %s and ought to be a digit."
                            .formatted(Quoted.of(value), Quoted.of(unit)),
                    to - 1);
        }
    }
}
