package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// Reads GS1 elements as a symbol holds them: one after the other, with a separator behind each whose length not
/// every scanner knows.
///
/// Source: GS1 General Specifications, 7.8.
final class ElementStringReader {

    private ElementStringReader() {}

    /// @param from  where the first identifier stands
    static Udi read(String text, int from, Reading reading) throws UdiFault {
        Gs1Elements elements = new Gs1Elements(reading);
        int at = from;
        while (at < text.length()) {
            ApplicationIdentifier ai = ApplicationIdentifiers.beginning(text, at);
            int start = at + ai.digits().length();
            int separator = nextSeparator(text, start);
            int end = ai.fixed() ? Math.min(separator, start + ai.longest()) : separator;
            elements.add(ai, text, at, start, end);
            at = end + Separators.length(text, end);
        }
        if (elements.isEmpty()) {
            throw new UdiFault("There are no elements in it: %s.".formatted(Quoted.of(text)), from);
        }
        return elements.udi();
    }

    private static int nextSeparator(String text, int from) {
        int at = from;
        while (at < text.length() && Separators.length(text, at) == 0) {
            at++;
        }
        return at;
    }
}
