package dev.ward.standards.version;

import java.util.Arrays;

/// Writes the bytes of one sort key.
///
/// Every piece ends by itself: what follows a piece is only looked at where the pieces before are equal. A number
/// begins with a byte from `0x10` to `0xF8`, so that a layout may use `0x00`–`0x0F` for what sorts before every
/// number and `0xF9`–`0xFF` for what sorts after.
///
/// | number | bytes |
/// | --- | --- |
/// | below 224 | `0x10` + value |
/// | at most 18 digits | `0xF0` + count of bytes − 1, then the value, big-endian |
/// | longer | `0xF8`, four bytes with the count of digits, then two digits in each byte |
final class KeyBytes {

    private static final int FIRST_NUMBER = 0x10;
    private static final int FIRST_LONG_NUMBER = 0xF0;
    private static final int MANY_DIGITS = 0xF8;
    private static final int LONGEST_IN_A_LONG = 18;

    private byte[] bytes = new byte[24];
    private int length;

    /// Writes one byte that tells what follows, or that nothing follows.
    KeyBytes mark(int mark) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) mark;
        return this;
    }

    /// Writes a number that is not negative.
    KeyBytes number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative number: \"%d\"".formatted(value));
        }
        if (value < FIRST_LONG_NUMBER - FIRST_NUMBER) {
            return mark(FIRST_NUMBER + (int) value);
        }
        int count = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
        mark(FIRST_LONG_NUMBER + count - 1);
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            mark((int) (value >>> shift));
        }
        return this;
    }

    /// Writes a run of ASCII digits as a number; leading zeros do not count, and no digit at all is zero.
    KeyBytes number(String text, int from, int to) {
        int first = Digits.skipZeros(text, from, to);
        int count = to - first;
        if (count <= LONGEST_IN_A_LONG) {
            return number(Digits.toLong(text, first, to));
        }
        mark(MANY_DIGITS)
                .mark(count >>> 24)
                .mark(count >>> 16)
                .mark(count >>> 8)
                .mark(count);
        int next = first;
        if (count % 2 == 1) {
            mark(text.charAt(next++) - '0');
        }
        for (; next < to; next += 2) {
            mark(((text.charAt(next) - '0') << 4) | (text.charAt(next + 1) - '0'));
        }
        return this;
    }

    KeyBytes number(String digits) {
        return number(digits, 0, digits.length());
    }

    /// Writes any text in the order of `String.compareTo`, closed by `0x00`.
    ///
    /// ASCII stays as it is, but for U+0000 and U+0001, which take `0x01` and one byte more.
    KeyBytes text(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 2) {
                mark(1).mark(c + 1);
            } else if (c < 0x80) {
                mark(c);
            } else if (c < 0x800) {
                mark(0xC0 | (c >> 6)).mark(0x80 | (c & 0x3F));
            } else {
                mark(0xE0 | (c >> 12)).mark(0x80 | ((c >> 6) & 0x3F)).mark(0x80 | (c & 0x3F));
            }
        }
        return mark(0);
    }

    KeyBytes text(String text) {
        return text(text, 0, text.length());
    }

    SortKey.Ordered ordered() {
        return new SortKey.Ordered(Arrays.copyOf(bytes, length));
    }
}
