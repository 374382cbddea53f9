package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// Reads GS1 elements whose identifiers stand in brackets: `(01)…(17)…` or `[01]…[17]…`.
///
/// Values may hold round brackets themselves: only one that surrounds two to four digits begins an element.
///
/// Source: GS1 General Specifications, 4.14 (human readable interpretation).
final class BracketReader {

    private final String text;
    private final Reading reading;
    private final char open;
    private final char close;

    private BracketReader(String text, int from, Reading reading) {
        this.text = text;
        this.reading = reading;
        this.open = text.charAt(from);
        this.close = open == '(' ? ')' : ']';
    }

    /// @param from  where the first bracket stands
    static Udi read(String text, int from, Reading reading) throws UdiFault {
        return new BracketReader(text, from, reading).readAll(from);
    }

    private Udi readAll(int from) throws UdiFault {
        Gs1Elements elements = new Gs1Elements(reading);
        int at = from;
        while (at < text.length()) {
            int end = text.indexOf(close, at);
            if (text.charAt(at) != open || end < 0) {
                throw new UdiFault(
                        "An application identifier in brackets was expected, not %s."
                                .formatted(Quoted.of(text.substring(at))),
                        at);
            }
            ApplicationIdentifier ai = ApplicationIdentifiers.named(text, at + 1, end);
            int next = nextBracket(end + 1);
            elements.add(ai, text, at + 1, end + 1, valueEnd(end + 1, next));
            at = next;
        }
        return elements.udi();
    }

    /// Where the next element begins, or the end of the text.
    private int nextBracket(int from) {
        int at = text.indexOf(open, from);
        while (at >= 0 && !beginsElement(at)) {
            at = text.indexOf(open, at + 1);
        }
        return at < 0 ? text.length() : at;
    }

    private boolean beginsElement(int at) {
        if (open == '[') {
            return Separators.length(text, at) == 0;
        }
        int end = CharacterSet.DIGITS.firstStranger(text, at + 1, Math.min(text.length(), at + 6));
        return end - at > 2 && end - at < 6 && end < text.length() && text.charAt(end) == close;
    }

    /// Leaves out a separator at the end of a value.
    private int valueEnd(int from, int to) {
        for (int at = Math.max(from, to - 6); at < to; at++) {
            int length = Separators.length(text, at);
            if (length > 0 && at + length == to) {
                return at;
            }
        }
        return to;
    }
}
