package dev.ward;

/// Text of a log as one line shows it. What could begin another line, colour it, or turn its direction stands there as
/// its escape, so that no name and no document can forge what the log says.
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(PlainText::isHostile)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHostile(c)) {
                plain.append(escape(c));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /// Controls (CR, LF, ESC, U+0085), formats (bidirectional, of no width), U+2028, U+2029 and halves of pairs.
    private static boolean isHostile(int c) {
        return c != '\t'
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c);
        };
    }
}
