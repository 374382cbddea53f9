package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import org.jspecify.annotations.Nullable;

/// Reads HIBCC: a primary symbol, a secondary one, both in a row, or both concatenated.
///
/// A symbol begins with `+` and ends with a check character. A primary one is labeler, product and unit of measure; a
/// concatenated one goes on with `/` and the production identifiers; a secondary one holds only these, and before its
/// check character that of the primary one, as a link.
///
/// Source: ANSI/HIBC 2.6, 2; FDA, UDI formats by FDA-accredited issuing agency.
final class HibccReader {

    private final String text;
    private final HibccElements elements;
    private final int end;

    private HibccReader(String text, int end, Reading reading) {
        this.text = text;
        this.end = end;
        this.elements = new HibccElements(text, reading.today());
    }

    /// @param from  where the `+` stands, or the `*` before it that print puts around a symbol
    static Udi read(String given, int from, Reading reading) throws UdiFault {
        String text = given;
        int start = from;
        int end = text.length();
        if (text.charAt(from) == '*') {
            if (text.length() < from + 3 || text.charAt(from + 1) != '+' || text.charAt(end - 1) != '*') {
                throw new UdiFault("%s is not between \"*+\" and \"*\".".formatted(Quoted.of(given)), from);
            }
            start++;
            end--;
            text = printedBlank(text, end);
        }
        return withLostBlank(text, start, end, reading);
    }

    /// A check character that is a blank may have been cut off at the end of the text.
    private static Udi withLostBlank(String text, int start, int end, Reading reading) throws UdiFault {
        try {
            return new HibccReader(text, end, reading).readAll(start);
        } catch (UdiFault fault) {
            if (reading.forgives() && end == text.length()) {
                Udi udi = readOrNull(text + " ", start, reading);
                if (udi != null) {
                    reading.note("The check character, a blank, is missing behind %s.".formatted(Quoted.of(text)), end);
                    return udi;
                }
            }
            throw fault;
        }
    }

    private static @Nullable Udi readOrNull(String text, int start, Reading reading) {
        try {
            return new HibccReader(text, text.length(), reading).readAll(start);
        } catch (UdiFault fault) {
            return null;
        }
    }

    /// In print, `_` stands for a check character that is a blank.
    private static String printedBlank(String text, int end) {
        return text.charAt(end - 1) == '_' ? text.substring(0, end - 1) + " " + text.substring(end) : text;
    }

    private Udi readAll(int start) throws UdiFault {
        int at = start;
        if (at + 1 < end && isLetter(text.charAt(at + 1))) {
            at = primary(at);
        }
        while (at < end) {
            at = secondary(at);
        }
        return elements.udi();
    }

    /// Reads the primary symbol, with what is concatenated to it.
    ///
    /// @return where the next symbol begins
    private int primary(int plus) throws UdiFault {
        int run = CharacterSet.CAPITALS_AND_DIGITS.firstStranger(text, plus + 1, end);
        boolean isConcatenated = run < end - 1 && text.charAt(run) == '/' && text.charAt(run + 1) != '+';
        if (isConcatenated) {
            Mod43.check(text, plus, end);
            elements.primary(plus, run);
            segments(run + 1, end - 1);
            return end;
        }
        int after = primaryEnd(plus, run);
        Mod43.check(text, plus, after);
        elements.primary(plus, after - 1);
        elements.linkWith(text.charAt(after - 1));
        return after;
    }

    /// Where a primary symbol ends: behind its check character, which is the last of the run of letters and digits, or
    /// what follows it.
    private int primaryEnd(int plus, int run) {
        if (run == end) {
            return end;
        }
        boolean beforePlus = text.charAt(run) == '+' && !Mod43.isChecked(text, plus, run + 1);
        return beforePlus ? run : run + 1;
    }

    /// Reads a symbol of production identifiers.
    private int secondary(int plus) throws UdiFault {
        if (text.charAt(plus) != '+') {
            throw new UdiFault(
                    "%s begins no symbol: a \"+\" was expected.".formatted(Quoted.of(text.substring(plus, end))), plus);
        }
        char first = plus + 1 < end ? text.charAt(plus + 1) : ' ';
        if (isLetter(first) && first != 'S' && first != 'Q') {
            throw new UdiFault("The symbol with the device identifier must be the first.", plus);
        }
        int after = symbolEnd(plus);
        if (after - plus < 4) {
            throw new UdiFault(
                    "%s is too short for a symbol.".formatted(Quoted.of(text.substring(plus, after))), after);
        }
        Mod43.check(text, plus, after);
        elements.link(after - 2);
        segments(plus + 1, after - 2);
        return after;
    }

    /// Where the symbol ends that begins here: before the next `+`, when the character before that checks.
    private int symbolEnd(int plus) {
        for (int i = text.indexOf('+', plus + 4); i >= 0 && i < end; i = text.indexOf('+', i + 1)) {
            if (Mod43.isChecked(text, plus, i)) {
                return i;
            }
        }
        return end;
    }

    private void segments(int from, int to) throws UdiFault {
        int at = from;
        while (at <= to) {
            int slash = text.indexOf('/', at);
            int next = slash < 0 || slash > to ? to : slash;
            elements.segment(at, next);
            at = next + 1;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
