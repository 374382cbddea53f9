package dev.ward.standards.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The lines of a text of any size as bytes, one at a time; a line beyond the limit is cut, not kept.
public final class ByteLines {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private final Bytes line = new Bytes();
    private int at;
    private int end;
    private long number;
    private boolean tooLong;

    /// @param longest  bytes of a line that are kept
    public ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /// Goes to the next line; false at the end.
    public boolean next() throws IOException {
        line.reset();
        tooLong = false;
        if (at == end && !fill()) {
            return false;
        }
        number++;
        do {
            int start = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            keep(start);
            if (at < end) {
                at++;
                return true;
            }
        } while (fill());
        return true;
    }

    /// The number of the current line, from 1.
    public long number() {
        return number;
    }

    public boolean isTooLong() {
        return tooLong;
    }

    public String text() {
        return line.toString(StandardCharsets.UTF_8);
    }

    public InputStream bytes() {
        return line.toInput();
    }

    public boolean isBlank() {
        return line.isBlank();
    }

    private void keep(int start) {
        int kept = Math.min(at - start, longest - line.size());
        line.write(chunk, start, kept);
        tooLong |= kept < at - start;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk, 0, CHUNK));
        return end > 0;
    }

    private static final class Bytes extends ByteArrayOutputStream {

        InputStream toInput() {
            return new ByteArrayInputStream(buf, 0, count);
        }

        boolean isBlank() {
            for (int i = 0; i < count; i++) {
                if (buf[i] > ' ' || buf[i] < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
