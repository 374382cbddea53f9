package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.List;

/// A text without what keyboards, spreadsheets and mail programs put around the parts of a UDI, and where each
/// character
/// came from. What stands within a value is never touched: a lot without its blank would be another lot.
///
/// @param text    what is to be read
/// @param origin  the place of each of its characters in what was given; empty when nothing was taken away
/// @param length  of what was given
/// @param notes   what was taken away
record Tidied(String text, int[] origin, int length, List<String> notes) {

    private static final int[] SAME = {};

    static Tidied untouched(String given) {
        return new Tidied(given, SAME, given.length(), List.of());
    }

    static Tidied of(String given) {
        int from = 0;
        int to = given.length();
        while (from < to && (isBlank(given.charAt(from)) || isMark(given.charAt(from)))) {
            from++;
        }
        boolean hibcc = given.startsWith("+", from) || given.startsWith("*+", from);
        while (to > from && isTail(given, to - 1, hibcc)) {
            to--;
        }
        if (Spreadsheet.hasDecimals(given, from, to)) {
            to -= 2;
        }
        StringBuilder text = new StringBuilder(to - from);
        int[] origin = new int[to - from];
        boolean lines = !hibcc && !isBracketed(given, from, to);
        boolean grouped = isGrouped(given, from, to);
        for (int i = from; i < to; i++) {
            if (lines && isLineBreak(given.charAt(i))) {
                origin[text.length()] = i;
                text.append(Separators.SEPARATOR);
            } else if (!isBlank(given.charAt(i)) || !(grouped || isBesideBracket(given, i, from, to))) {
                origin[text.length()] = i;
                text.append(hibcc ? capital(given.charAt(i)) : given.charAt(i));
            }
        }
        String tidy = text.toString();
        return tidy.equals(given)
                ? untouched(given)
                : new Tidied(tidy, origin, given.length(), notes(given, tidy, hibcc));
    }

    /// The place of a character in what was given.
    int original(int position) {
        if (origin.length == 0) {
            return text.isEmpty() ? length : position;
        }
        return position < text.length() ? origin[position] : length;
    }

    private static List<String> notes(String given, String tidy, boolean hibcc) {
        List<String> notes = new ArrayList<>(2);
        if (tidy.length() < given.length()) {
            notes.add("What stands around the parts of %s was taken away: %s."
                    .formatted(Quoted.of(given), Quoted.of(tidy)));
        }
        if (tidy.indexOf(Separators.SEPARATOR) >= 0 && given.indexOf(Separators.SEPARATOR) < 0) {
            notes.add("Line breaks and tabs were read as separators in %s.".formatted(Quoted.of(given)));
        }
        if (hibcc && given.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
            notes.add("Small letters were read as capitals in %s.".formatted(Quoted.of(given)));
        }
        return notes;
    }

    /// What may be left out at the end. A blank may be the check character of HIBCC.
    private static boolean isTail(String given, int at, boolean hibcc) {
        char c = given.charAt(at);
        return c == '"' || (isBlank(c) && !(hibcc && c == ' '));
    }

    /// Whether there are only digits, in groups.
    private static boolean isGrouped(String given, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = given.charAt(i);
            if ((c < '0' || c > '9') && !isBlank(c)) {
                return false;
            }
        }
        return true;
    }

    /// Whether only blanks stand between here and a bracket that begins an element, or behind one that ends its
    /// identifier.
    private static boolean isBesideBracket(String given, int at, int from, int to) {
        if (!isBracketed(given, from, to)) {
            return false;
        }
        int before = at;
        while (before > from && isBlank(given.charAt(before))) {
            before--;
        }
        int after = at;
        while (after < to - 1 && isBlank(given.charAt(after))) {
            after++;
        }
        return ")]([".indexOf(given.charAt(before)) >= 0 || ")]([".indexOf(given.charAt(after)) >= 0;
    }

    private static boolean isBracketed(String given, int from, int to) {
        return from < to && (given.charAt(from) == '(' || given.charAt(from) == '[');
    }

    /// What parts the symbols of one label that were scanned into one text.
    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\t';
    }

    private static char capital(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static boolean isMark(char c) {
        return c == '\'' || c == '"';
    }

    /// White space of any kind, and marks that take no room.
    private static boolean isBlank(char c) {
        return (Character.isWhitespace(c) && c != Separators.SEPARATOR)
                || Character.isSpaceChar(c)
                || c == '\ufeff'
                || c == '\u200b';
    }
}
