package dev.ward.standards.input;

/// Shows a text of unknown origin in a message: in quotes, on one line, and never longer than a message should be.
public final class Quoted {

    private static final int LONGEST = 120;

    private Quoted() {}

    /// The text in double quotes; control characters become their numbers, and the text ends after 120 characters.
    public static String of(CharSequence text) {
        int shown = Math.min(text.length(), LONGEST);
        StringBuilder quoted = new StringBuilder(shown + 2).append('"');
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        if (shown < text.length()) {
            quoted.append('…');
        }
        return quoted.append('"').toString();
    }

    public static String of(char character) {
        return of(String.valueOf(character));
    }
}
