package dev.ward.standards.input;

import java.io.InputStream;

/// Replaces bytes that are no UTF-8 by U+FFFD, and where a format knows no control characters, those too.
///
/// Source: RFC 3629; The Unicode Standard, section 3.9, "substitution of maximal subparts".
final class MendedUtf8 extends MendedInput {

    private static final int FIRST_PRINTABLE = 0x20;

    private final boolean controls;
    private final byte[] held = new byte[4];
    private int heldCount;
    private int missing;
    private int low;
    private int high;

    /// @param controls  whether the format has control characters besides tabulator, line feed and carriage return
    MendedUtf8(InputStream input, Mending mending, boolean controls) {
        super(input, mending);
        this.controls = controls;
    }

    @Override
    void mend(byte[] bytes, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i];
            if (missing == 0 && b >= FIRST_PRINTABLE) {
                continue;
            }
            emit(bytes, from, i);
            other(b & 0xff, i);
            from = i + 1;
        }
        emit(bytes, from, length);
    }

    @Override
    void finish() {
        if (missing > 0) {
            replaceHeld(0);
        }
    }

    private void other(int b, int index) {
        if (missing > 0) {
            if (b >= low && b <= high) {
                follow(b);
                return;
            }
            replaceHeld(index);
        }
        if (b < 0x80) {
            ascii(b, index);
        } else if (!lead(b)) {
            replace(index, "the byte 0x%02X is no UTF-8; \"\ufffd\" stands for it".formatted(b));
        }
    }

    private void ascii(int b, int index) {
        if (b == '\n') {
            lineFeed(index);
        }
        if (controls || b >= FIRST_PRINTABLE || b == '\t' || b == '\n' || b == '\r') {
            emit(b);
        } else {
            replace(index, "the control character U+%04X is not allowed; \"\ufffd\" stands for it".formatted(b));
        }
    }

    /// Whether the byte begins a character of two to four bytes.
    private boolean lead(int b) {
        missing = switch (b >> 4) {
            case 0xC, 0xD -> b >= 0xC2 ? 1 : 0;
            case 0xE -> 2;
            case 0xF -> b <= 0xF4 ? 3 : 0;
            default -> 0;
        };
        low = switch (b) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
        high = switch (b) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
        heldCount = 0;
        if (missing > 0) {
            held[heldCount++] = (byte) b;
        }
        return missing > 0;
    }

    private void follow(int b) {
        held[heldCount++] = (byte) b;
        low = 0x80;
        high = 0xBF;
        missing--;
        if (missing == 0) {
            emit(held, 0, heldCount);
        }
    }

    private void replaceHeld(int index) {
        missing = 0;
        replace(
                index - heldCount,
                "the byte 0x%02X begins a character of UTF-8 that is cut off; \"\ufffd\" stands for it"
                        .formatted(held[0] & 0xff));
    }

    private void replace(int index, String reason) {
        emit(0xEF);
        emit(0xBF);
        emit(0xBD);
        tell(index, reason);
    }
}
