package dev.ward.standards.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Packed bytes, counted, with an eye on the mark that ends a zip archive.
final class PackedInput extends FilterInputStream {

    private static final int END_OF_DIRECTORY = 0x504B0506;
    private static final int CHUNK = 1 << 16;

    private long count;
    private int last;
    private boolean seenEnd;

    PackedInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /// Reads to the end; says whether the mark that ends a zip archive stood anywhere.
    ///
    /// An unpacker that reads a stream ends at the first bytes that begin no entry, also where the archive was cut.
    boolean drainToEndOfDirectory() throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        while (read >= 0) {
            read = read(chunk, 0, CHUNK);
        }
        return seenEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = 0; i < read; i++) {
            last = (last << 8) | (bytes[offset + i] & 0xFF);
            seenEnd |= last == END_OF_DIRECTORY;
        }
        count += Math.max(0, read);
        return read;
    }

    /// Always some: gzip's unpacker takes none to mean that no further member follows, also where it merely waits.
    @Override
    public int available() {
        return 1;
    }
}
