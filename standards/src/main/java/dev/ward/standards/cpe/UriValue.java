package dev.ward.standards.cpe;

import dev.ward.standards.cpe.CpeValue.Kind;
import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// One attribute value as a URI binds it: `c%2b%2b`, `8.%02`.
///
/// Source: NISTIR 7695, 6.1.
final class UriValue {

    private static final HexFormat HEX = HexFormat.of();

    private UriValue() {}

    static CpeValue read(String raw, Departures departures) {
        if (raw.isEmpty()) {
            return CpeValue.ANY;
        }
        if (raw.equals("-")) {
            return CpeValue.NA;
        }
        StringBuilder formatted = new StringBuilder(raw.length() + 8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                if (!FormattedValue.isPlain(c) && c != '~' && (c < 'A' || c > 'Z')) {
                    departures.note("%s is not percent-encoded.".formatted(FormattedValue.describe(c, raw)));
                }
                append(formatted, c);
                continue;
            }
            int code = code(raw, i);
            switch (code) {
                case 1 -> formatted.append('?');
                case 2 -> formatted.append('*');
                case -1 -> {
                    departures.note("%s holds a \"%%\" that encodes nothing.".formatted(Quoted.of(raw)));
                    formatted.append("\\%");
                }
                default -> append(formatted, (char) code);
            }
            i += code < 0 ? 0 : 2;
        }
        String value = formatted.toString();
        return FormattedValue.read(value.equals("-") ? "\\-" : value, departures);
    }

    private static void append(StringBuilder formatted, char c) {
        if (!FormattedValue.isPlain(c)) {
            formatted.append('\\');
        }
        formatted.append(c);
    }

    private static int code(String raw, int percent) {
        if (percent + 2 >= raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(percent + 1), 16);
        int low = Character.digit(raw.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    /// `ANY` is empty. A text that is one hyphen is encoded, for an unencoded one is `NA`.
    static String bind(CpeValue value) {
        if (value.kind() == Kind.ANY) {
            return "";
        }
        if (value.kind() == Kind.NA || (value.pattern().equals(value.text()) && !value.hasWildcards())) {
            return value.pattern();
        }
        String pattern = value.pattern();
        StringBuilder uri = new StringBuilder(pattern.length() * 2);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                for (byte octet : String.valueOf(pattern.charAt(i)).getBytes(StandardCharsets.UTF_8)) {
                    HEX.toHexDigits(uri.append('%'), octet);
                }
            } else {
                switch (c) {
                    case '?' -> uri.append("%01");
                    case '*' -> uri.append("%02");
                    default -> uri.append(c);
                }
            }
        }
        return uri.toString();
    }
}
