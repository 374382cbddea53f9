package dev.ward.standards.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A stream of bytes that repairs what it passes on, so that one bad byte does not end the reading of all that
/// follows.
abstract class MendedInput extends InputStream {

    private static final int CHUNK = 1 << 14;

    private final InputStream input;
    private final Mending mending;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] out = new byte[CHUNK + 64];
    private int outFrom;
    private int outTo;
    private boolean ended;
    private long line = 1;
    private long lineStart;
    private long passed;

    MendedInput(InputStream input, Mending mending) {
        this.input = input;
        this.mending = mending;
    }

    /// Takes the next bytes and emits what they become; it may hold some back until the next call.
    abstract void mend(byte[] bytes, int length);

    /// Emits what was held back, since nothing follows.
    abstract void finish();

    final void emit(int b) {
        if (outTo == out.length) {
            out = Arrays.copyOf(out, 2 * out.length);
        }
        out[outTo++] = (byte) b;
    }

    final void emit(byte[] bytes, int from, int to) {
        int length = to - from;
        if (out.length - outTo < length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, outTo + length));
        }
        System.arraycopy(bytes, from, out, outTo, length);
        outTo += length;
    }

    final void emit(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            emit(ascii.charAt(i));
        }
    }

    /// To be called when a line feed stands at this index of the bytes to mend.
    final void lineFeed(int index) {
        line++;
        lineStart = passed + index + 1;
    }

    /// Tells what was mended at this index of the bytes to mend.
    final void tell(int index, String reason) {
        mending.tell(line, passed + index - lineStart + 1, reason);
    }

    @Override
    public final int read() throws IOException {
        return fill() ? out[outFrom++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, outTo - outFrom);
        System.arraycopy(out, outFrom, bytes, from, taken);
        outFrom += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (outFrom == outTo) {
            if (ended) {
                return false;
            }
            outFrom = 0;
            outTo = 0;
            int length = input.read(chunk, 0, CHUNK);
            if (length < 0) {
                ended = true;
                finish();
                mending.end();
            } else {
                mend(chunk, length);
                passed += length;
            }
        }
        return true;
    }
}
