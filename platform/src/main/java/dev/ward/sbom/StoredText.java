package dev.ward.sbom;

import org.jspecify.annotations.Nullable;

/// Text that the database can hold: NUL and halves of surrogate pairs become U+FFFD.
final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder held = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean lone = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
            held.appendCodePoint(c == 0 || lone ? REPLACEMENT : c);
            i += Character.charCount(c);
        }
        return held.toString();
    }
}
