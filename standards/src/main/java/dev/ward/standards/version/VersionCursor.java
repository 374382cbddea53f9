package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// Reads a version in lower case from left to right.
final class VersionCursor {

    private final String text;
    private int next;

    VersionCursor(String text) {
        this.text = text;
    }

    int position() {
        return next;
    }

    void moveTo(int position) {
        next = position;
    }

    boolean isAtEnd() {
        return next == text.length();
    }

    boolean isAtDigit() {
        return next < text.length() && Digits.isDigit(text.charAt(next));
    }

    /// Steps over one character of the given ones.
    boolean skip(String anyOf) {
        if (next < text.length() && anyOf.indexOf(text.charAt(next)) >= 0) {
            next++;
            return true;
        }
        return false;
    }

    /// Steps over the first of the words that stands here; null where none does.
    @Nullable
    String word(String... words) {
        for (String word : words) {
            if (text.startsWith(word, next)) {
                next += word.length();
                return word;
            }
        }
        return null;
    }

    /// Steps over digits; empty where none stands here.
    String digits() {
        int start = next;
        next = Digits.end(text, next, text.length());
        return text.substring(start, next);
    }

    /// Steps over digits and small letters; empty where none stands here.
    String alphanumerics() {
        int start = next;
        while (next < text.length() && (isAtDigit() || Letters.isLetter(text.charAt(next)))) {
            next++;
        }
        return text.substring(start, next);
    }
}
