package dev.ward.report;

import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Text as the fonts of a printed document can show it. What they cannot show is written as its code
/// point, what is very long is cut, and both are said at the end of the document.
final class Printable {

    /// Of one text.
    static final int LONGEST = 20_000;

    private static final int TAB = '\t';

    private final IntPredicate shown;
    private long replaced;
    private long cut;
    private boolean rightToLeft;

    /// @param shown  whether the fonts have a glyph for a code point
    Printable(IntPredicate shown) {
        this.shown = shown;
    }

    String text(String text) {
        StringBuilder out = new StringBuilder();
        int end = end(text);
        for (int at = 0; at < end; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            out.append(piece(point));
        }
        if (end < text.length()) {
            cut++;
            out.append("… [%s more characters]".formatted(Words.number(text.length() - end)));
        }
        return out.toString();
    }

    private static int end(String text) {
        if (text.length() <= LONGEST) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private String piece(int point) {
        if (point == '\n' || point == ' ') {
            return Character.toString(point);
        }
        if (point == TAB || point == '\r') {
            return " ";
        }
        byte direction = Character.getDirectionality(point);
        rightToLeft |= direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        if (isControl(point) || !shown.test(point)) {
            replaced++;
            return String.format(Locale.ROOT, "[U+%04X]", point);
        }
        return Character.toString(point);
    }

    /// What cannot be seen, or turns what can be.
    private static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /// What the document must say of what it does not show.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (replaced > 0) {
            notes.add(
                    "%s that cannot be printed stand as their code points, such as [U+1F600]. The JSON of this draft has them as they are."
                            .formatted(Words.counted(replaced, "character", "characters")));
        }
        if (cut > 0) {
            notes.add("%s of more than %s characters were cut. The JSON of this draft has them whole."
                    .formatted(Words.counted(cut, "text", "texts"), Words.number(LONGEST)));
        }
        if (rightToLeft) {
            notes.add(
                    "Scripts that run from right to left are printed in the order in which they are stored, from the left.");
        }
        return notes;
    }
}
