package dev.ward.standards.purl;

import java.util.Locale;

/// How the letters of a component become canonical. A text that is canonical already is returned itself.
enum Fold {
    ASIS,
    LOWER,
    UPPER,
    /// Lower case, and "_" becomes "-".
    DASHES,
    /// Lower case, and each run of "-", "_" and "." becomes one "-".
    DASH_RUNS,
    /// Lower case, and all but `a-z`, `0-9` becomes "_".
    UNDERSCORES;

    String apply(String text) {
        return switch (this) {
            case ASIS -> text;
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case DASHES -> text.toLowerCase(Locale.ROOT).replace('_', '-');
            case DASH_RUNS -> dashRuns(text.toLowerCase(Locale.ROOT));
            case UNDERSCORES -> underscores(text.toLowerCase(Locale.ROOT));
        };
    }

    private static String dashRuns(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = c == '-' || c == '_' || c == '.';
            if (!dash) {
                folded.append(c);
            } else if (folded.isEmpty() || folded.charAt(folded.length() - 1) != '-') {
                folded.append('-');
            }
        }
        return folded.toString();
    }

    private static String underscores(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                folded.setCharAt(i, '_');
            }
        }
        return folded.toString();
    }
}
