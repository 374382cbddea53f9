package dev.ward.standards.input;

import java.io.InputStream;

/// Escapes what JSON allows only escaped within a string: control characters, and a backslash that begins no escape.
///
/// A line break within a string becomes `\n`, so that the lines behind it are counted without it.
///
/// Source: RFC 8259, section 7.
final class MendedStrings extends MendedInput {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int HEX_DIGITS = 4;

    private final byte[] digits = new byte[HEX_DIGITS];
    private State state = State.OUTSIDE;
    private int digitCount;

    private enum State {
        OUTSIDE,
        INSIDE,
        ESCAPE,
        UNICODE
    }

    MendedStrings(InputStream input, Mending mending) {
        super(input, mending);
    }

    @Override
    void mend(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            i = switch (state) {
                case OUTSIDE -> outside(bytes, i, length);
                case INSIDE -> inside(bytes, i, length);
                case ESCAPE -> escape(bytes[i], i);
                case UNICODE -> unicode(bytes[i], i);
            };
        }
    }

    @Override
    void finish() {
        if (state == State.ESCAPE) {
            emit('\\');
        } else if (state == State.UNICODE) {
            emit("\\u");
            emit(digits, 0, digitCount);
        }
    }

    private int outside(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i++) {
            if (bytes[i] == '"') {
                state = State.INSIDE;
                emit(bytes, from, i + 1);
                return i + 1;
            }
            if (bytes[i] == '\n') {
                lineFeed(i);
            }
        }
        emit(bytes, from, length);
        return length;
    }

    private int inside(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i++) {
            int b = bytes[i];
            if (b == '"') {
                state = State.OUTSIDE;
                emit(bytes, from, i + 1);
                return i + 1;
            }
            if (b == '\\') {
                state = State.ESCAPE;
                emit(bytes, from, i);
                return i + 1;
            }
            if (b >= 0 && b < FIRST_PRINTABLE) {
                emit(bytes, from, i);
                control(b, i);
                return i + 1;
            }
        }
        emit(bytes, from, length);
        return length;
    }

    private void control(int b, int index) {
        emit("\\u%04x".formatted(b));
        tell(index, "the control character U+%04X stands in a text without being escaped".formatted(b));
        if (b == '\n') {
            lineFeed(index);
        }
    }

    private int escape(int b, int index) {
        if (b == 'u') {
            state = State.UNICODE;
            digitCount = 0;
            return index + 1;
        }
        state = State.INSIDE;
        emit('\\');
        if (b > 0 && "\"\\/bfnrt".indexOf(b) >= 0) {
            emit(b);
            return index + 1;
        }
        emit('\\');
        tell(index, "a backslash in a text begins no escape of JSON");
        return index;
    }

    private int unicode(int b, int index) {
        if (Character.digit(b, 16) < 0) {
            state = State.INSIDE;
            emit("\\\\u");
            emit(digits, 0, digitCount);
            tell(index, "\"\\u\" in a text is not followed by four hexadecimal digits");
            return index;
        }
        digits[digitCount++] = (byte) b;
        if (digitCount == HEX_DIGITS) {
            state = State.INSIDE;
            emit("\\u");
            emit(digits, 0, digitCount);
        }
        return index + 1;
    }
}
