package dev.ward.standards.version;

/// Quotes foreign text in messages, however long it is and whatever it holds.
public final class Excerpt {

    private static final int LONGEST = 120;

    private Excerpt() {}

    /// The text in double quotes, shortened to 120 characters, with control characters as `\u0007`.
    public static String of(String text) {
        StringBuilder excerpt = new StringBuilder("\"");
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                excerpt.append("\\u%04x".formatted((int) c));
            } else {
                excerpt.append(c);
            }
        }
        return excerpt.append(end < text.length() ? "…\"" : "\"").toString();
    }
}
