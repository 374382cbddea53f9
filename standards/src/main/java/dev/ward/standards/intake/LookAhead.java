package dev.ward.standards.intake;

import java.io.IOException;
import java.io.InputStream;

/// The beginning of an input, which ends where one may not look further. Closing it leaves the input open.
final class LookAhead extends InputStream {

    private final InputStream input;
    private int left;

    LookAhead(InputStream input, int most) {
        this.input = input;
        this.left = most;
    }

    /// Whether the end of the look-ahead was met, not that of the input.
    boolean isExhausted() {
        return left <= 0;
    }

    @Override
    public int read() throws IOException {
        int read = left <= 0 ? -1 : input.read();
        left -= read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = left <= 0 && length > 0 ? -1 : input.read(bytes, from, Math.min(left, length));
        left -= Math.max(0, read);
        return read;
    }
}
