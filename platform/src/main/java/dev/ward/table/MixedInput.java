package dev.ward.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/// Reads UTF-8, and each byte that is none as windows-1252: so come files whose rows were put together
/// from several.
///
/// Source: RFC 3629; WHATWG Encoding Standard, index windows-1252 (its five holes are U+FFFD here).
final class MixedInput implements CharInput {

    private static final char[] WINDOWS = windows();
    private static final int MALFORMED = -1;
    private static final int CUT_OFF = -2;

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private int at;
    private int end;
    private boolean ended;
    private long written;
    /// Positions of guessed characters that nobody asked for yet.
    private long[] guessed = new long[16];
    private int guessedFrom;
    private int guessedTo;

    MixedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int to = offset;
        // One character may need two places.
        while (to < offset + length - 1) {
            if (at == end && (to > offset || !fill())) {
                break;
            }
            int b = bytes[at];
            if (b >= 0) {
                target[to++] = (char) b;
                at++;
                written++;
                continue;
            }
            int code = character();
            if (code == CUT_OFF && !ended) {
                fill();
                continue;
            }
            to = code >= 0 ? put(code, target, to) : guess(target, to);
        }
        return to > offset ? to - offset : -1;
    }

    @Override
    public int guessedBefore(long position) {
        int count = 0;
        while (guessedFrom < guessedTo && guessed[guessedFrom] < position) {
            guessedFrom++;
            count++;
        }
        return count;
    }

    private int put(int code, char[] target, int to) {
        at += code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        int count = Character.toChars(code, target, to);
        written += count;
        return to + count;
    }

    private int guess(char[] target, int to) {
        if (guessedTo == guessed.length) {
            int waiting = guessedTo - guessedFrom;
            long[] roomier = waiting > guessed.length / 2 ? new long[guessed.length * 2] : guessed;
            System.arraycopy(guessed, guessedFrom, roomier, 0, waiting);
            guessed = roomier;
            guessedFrom = 0;
            guessedTo = waiting;
        }
        guessed[guessedTo++] = written;
        target[to] = WINDOWS[bytes[at++] & 0x7F];
        written++;
        return to + 1;
    }

    /// The character that begins here and has more than one byte.
    private int character() {
        int lead = bytes[at] & 0xFF;
        int more = lead >= 0xF0 && lead <= 0xF4
                ? 3
                : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
        if (more == 0) {
            return MALFORMED;
        }
        int code = lead & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            if (at + i == end) {
                return CUT_OFF;
            }
            int b = bytes[at + i];
            if ((b & 0xC0) != 0x80) {
                return MALFORMED;
            }
            code = (code << 6) | (b & 0x3F);
        }
        boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
        boolean tooLong = (more == 2 && code < 0x800) || (more == 3 && (code < 0x10000 || code > 0x10FFFF));
        return surrogate || tooLong ? MALFORMED : code;
    }

    private boolean fill() throws IOException {
        int left = end - at;
        System.arraycopy(bytes, at, bytes, 0, left);
        at = 0;
        end = left;
        int read = in.read(bytes, end, bytes.length - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
        return end > at;
    }

    private static char[] windows() {
        byte[] high = new byte[128];
        for (int i = 0; i < high.length; i++) {
            high[i] = (byte) (i + 128);
        }
        char[] table =
                Charset.forName("windows-1252").decode(ByteBuffer.wrap(high)).array();
        return Arrays.copyOf(table, high.length);
    }
}
