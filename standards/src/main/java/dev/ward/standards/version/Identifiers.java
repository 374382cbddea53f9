package dev.ward.standards.version;

/// Dot-separated identifiers of a semantic version, as a part of its text: a pre-release or a build.
///
/// An identifier of digits is a number and comes before every word; what is shorter comes before what continues it.
///
/// Source: Semantic Versioning 2.0.0, clauses 9 and 11.4.
final class Identifiers {

    private static final int END = 0x00;
    private static final int WORD = 0xF9;

    private Identifiers() {}

    /// End of the identifiers that begin at `from`, or -1 where one is empty.
    static int end(String text, int from) {
        int i = from;
        int start = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (i == start) {
                    return -1;
                }
                start = i + 1;
            } else if (c != '-' && !Letters.isLetter(c) && !Digits.isDigit(c)) {
                break;
            }
        }
        return i == start ? -1 : i;
    }

    static int compare(String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo) {
        int i = leftFrom;
        int j = rightFrom;
        while (i < leftTo && j < rightTo) {
            int iEnd = oneEnd(left, i, leftTo);
            int jEnd = oneEnd(right, j, rightTo);
            int order = compareOne(left, i, iEnd, right, j, jEnd);
            if (order != 0) {
                return order;
            }
            i = iEnd + 1;
            j = jEnd + 1;
        }
        return Boolean.compare(i < leftTo, j < rightTo);
    }

    /// Writes them with their end, which comes before every identifier.
    static void write(KeyBytes key, String text, int from, int to) {
        for (int i = from; i < to; ) {
            int end = oneEnd(text, i, to);
            if (Digits.areDigits(text, i, end)) {
                key.number(text, i, end);
            } else {
                key.mark(WORD).text(text, i, end);
            }
            i = end + 1;
        }
        key.mark(END);
    }

    private static int compareOne(String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo) {
        boolean isLeftNumber = Digits.areDigits(left, leftFrom, leftTo);
        boolean isRightNumber = Digits.areDigits(right, rightFrom, rightTo);
        if (isLeftNumber && isRightNumber) {
            return Digits.compare(left, leftFrom, leftTo, right, rightFrom, rightTo);
        }
        return isLeftNumber || isRightNumber
                ? Boolean.compare(isRightNumber, isLeftNumber)
                : left.substring(leftFrom, leftTo).compareTo(right.substring(rightFrom, rightTo));
    }

    private static int oneEnd(String text, int from, int to) {
        int dot = text.indexOf('.', from, to);
        return dot < 0 ? to : dot;
    }
}
