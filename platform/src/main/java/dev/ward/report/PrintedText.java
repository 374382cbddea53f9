package dev.ward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as it is printed: what must not be torn, and what must be copied letter by letter, apart from
/// the rest.
public final class PrintedText {

    private static final Pattern APART = Pattern.compile("\\b([0-9a-f]{64}|\\d{4}-\\d{2}-\\d{2})\\b");
    private static final int DAY_LENGTH = "2026-12-01".length();

    private PrintedText() {}

    /// @param style  the class of the style sheet: `hash`, `day`; empty for the rest
    public record Piece(String style, String text) {}

    /// All of the text, in its order.
    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = APART.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Piece("", text.substring(from, matcher.start())));
            }
            pieces.add(new Piece(matcher.group().length() == DAY_LENGTH ? "day" : "hash", matcher.group()));
            from = matcher.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece("", text.substring(from)));
        }
        return pieces;
    }
}
