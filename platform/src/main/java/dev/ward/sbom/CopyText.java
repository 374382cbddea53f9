package dev.ward.sbom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows in the text format of PostgreSQL's COPY, written field by field.
///
/// Source: PostgreSQL documentation, COPY, "Text Format"; "Array Input and Output Syntax".
final class CopyText {

    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean within;
    private int count;

    CopyText text(@Nullable String text) {
        next();
        if (text == null) {
            rows.append("\\N");
        } else {
            escaped(StoredText.of(text));
        }
        return this;
    }

    CopyText texts(List<? extends @Nullable String> texts) {
        next();
        StringBuilder array = new StringBuilder(2 + 32 * texts.size()).append('{');
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                array.append(',');
            }
            element(texts.get(i), array);
        }
        escaped(array.append('}'));
        return this;
    }

    private static void element(@Nullable String text, StringBuilder array) {
        if (text == null) {
            array.append("NULL");
            return;
        }
        array.append('"');
        String held = StoredText.of(text);
        for (int i = 0; i < held.length(); i++) {
            char c = held.charAt(i);
            if (c == '"' || c == '\\') {
                array.append('\\');
            }
            array.append(c);
        }
        array.append('"');
    }

    CopyText number(long number) {
        next();
        rows.append(number);
        return this;
    }

    CopyText flag(boolean flag) {
        next();
        rows.append(flag ? 't' : 'f');
        return this;
    }

    void endRow() {
        rows.append('\n');
        within = false;
        count++;
    }

    int count() {
        return count;
    }

    /// In characters, of all rows.
    int length() {
        return rows.length();
    }

    void clear() {
        rows.setLength(0);
        count = 0;
    }

    @Override
    public String toString() {
        return rows.toString();
    }

    private void next() {
        if (within) {
            rows.append('\t');
        }
        within = true;
    }

    private void escaped(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(c);
            }
        }
    }
}
