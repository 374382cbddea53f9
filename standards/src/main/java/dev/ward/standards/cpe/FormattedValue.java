package dev.ward.standards.cpe;

import dev.ward.standards.cpe.CpeValue.Kind;
import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;

/// One attribute value as a formatted string binds it: `1.2`, `c\+\+`, `8.*`.
///
/// Source: NISTIR 7695, 5.3.2 and 6.2.
final class FormattedValue {

    private FormattedValue() {}

    static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    }

    private static boolean isWordCharacter(char c) {
        return isPlain(c) && c != '.' && c != '-';
    }

    static boolean isQuoted(String pattern, int at) {
        int backslashes = 0;
        while (at - 1 - backslashes >= 0 && pattern.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    static String unquoted(String pattern) {
        if (pattern.indexOf('\\') < 0) {
            return pattern;
        }
        StringBuilder text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                c = pattern.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }

    /// Whether `pattern` is the one canonical form of a text, and `text` that text.
    static boolean isCanonical(String pattern, String text) {
        if (pattern.isEmpty() || pattern.equals("*") || pattern.equals("-")) {
            return false;
        }
        int at = 0;
        boolean body = false;
        boolean tail = false;
        for (int i = 0; i < pattern.length(); i++, at++) {
            char c = pattern.charAt(i);
            boolean wildcard = CpeValue.isWildcard(c);
            if (c == '\\') {
                i++;
                if (i == pattern.length() || isNeedless(pattern, i)) {
                    return false;
                }
                c = pattern.charAt(i);
            } else if (!wildcard && !isPlain(c)) {
                return false;
            }
            if ((!wildcard && tail) || at >= text.length() || text.charAt(at) != c) {
                return false;
            }
            tail |= wildcard && body;
            body |= !wildcard;
        }
        return at == text.length();
    }

    /// A plain character needs no backslash, but for the hyphen that would be `NA` without it.
    private static boolean isNeedless(String pattern, int at) {
        return isPlain(pattern.charAt(at)) && !pattern.equals("\\-");
    }

    static CpeValue literal(String text) {
        StringBuilder raw = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isWordCharacter(c)) {
                raw.append('\\');
            }
            raw.append(c);
        }
        return read(raw.toString(), Departures.strict("CPE value", text));
    }

    static CpeValue read(String raw, Departures departures) {
        if (raw.equals("*")) {
            return CpeValue.ANY;
        }
        if (raw.equals("-")) {
            return CpeValue.NA;
        }
        if (raw.isEmpty()) {
            departures.note("An attribute is empty; it is read as \"*\".");
            return CpeValue.ANY;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (!isPlain(raw.charAt(i))) {
                return new FormattedValueReader(raw, departures).read();
            }
        }
        return new CpeValue(Kind.TEXT, raw, raw);
    }

    static void quote(StringBuilder pattern, char c) {
        if (!isPlain(c)) {
            pattern.append('\\');
        }
        pattern.append(c);
    }

    static String describe(char c, String raw) {
        return "The character %s of %s".formatted(Quoted.of(c), Quoted.of(raw));
    }
}
