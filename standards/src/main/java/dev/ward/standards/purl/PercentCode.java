package dev.ward.standards.purl;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding as package URLs use it.
///
/// Source: ECMA-427, 5.4; RFC 3986, 2.1.
final class PercentCode {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final boolean[] PLAIN = table("-._~:");
    /// What may stand unencoded in a URL's path or query, and so is read as itself even where it should be encoded.
    private static final boolean[] READABLE = table("-._~:!$&'()*+,;=/?");

    private PercentCode() {}

    private static boolean[] table(String marks) {
        boolean[] table = new boolean[128];
        for (char c = 0; c < 128; c++) {
            table[c] =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
        }
        return table;
    }

    /// Appends `text`, encoding all but letters, digits and `-._~:`.
    ///
    /// @param slashesStay  whether "/" separates segments here
    static void encode(StringBuilder out, String text, boolean slashesStay) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && (PLAIN[c] || (slashesStay && c == '/'))) {
                out.append(c);
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
                for (byte octet : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    HEX.toHexDigits(out.append('%'), octet);
                }
                i = end - 1;
            }
        }
    }

    /// The text that `raw` stands for.
    ///
    /// @param part      what `raw` is, for messages (`version`)
    /// @param atIsText  whether an unencoded "@" needs no mention here
    static String decode(String raw, String part, boolean atIsText, Departures departures) {
        int odd = -1;
        boolean encoded = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                encoded = true;
            } else if (c >= 128 || !(READABLE[c] || (atIsText && c == '@'))) {
                odd = c;
            }
        }
        if (odd >= 0) {
            departures.note("The character %s of the %s %s is not percent-encoded."
                    .formatted(Quoted.of((char) odd), part, Quoted.of(raw)));
        }
        String text = encoded || odd >= 128 ? decodeOctets(raw, part, departures) : raw;
        return withoutNul(text, part, departures);
    }

    /// No database and no file takes a NUL, and no package has one.
    private static String withoutNul(String text, String part, Departures departures) {
        if (text.indexOf('\0') < 0) {
            return text;
        }
        departures.note("The %s %s holds the character NUL.".formatted(part, Quoted.of(text)));
        return text.replace("\0", "");
    }

    private static String decodeOctets(String raw, String part, Departures departures) {
        byte[] octets = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        boolean broken = false;
        for (int i = 0; i < octets.length; i++) {
            int high = octets[i] == '%' && i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(octets[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                broken |= octets[i] == '%';
                out.write(octets[i]);
            }
        }
        if (broken) {
            departures.note("The %s %s holds a \"%%\" that encodes nothing.".formatted(part, Quoted.of(raw)));
        }
        return text(out.toByteArray(), raw, part, departures);
    }

    private static String text(byte[] octets, String raw, String part, Departures departures) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            departures.note("The %s %s does not encode UTF-8.".formatted(part, Quoted.of(raw)));
            return new String(octets, StandardCharsets.UTF_8);
        }
    }
}
