package dev.ward.product.gudid;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip where it is, and stops where it grows as no honest file does.
final class Gunzip extends FilterInputStream {

    /// The GUDID's XML packs to a twentieth.
    private static final long HIGHEST_RATIO = 200;

    private static final long SMALL = 8L << 20;
    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;
    private static final int BUFFER = 1 << 16;

    private final Counted packed;
    private long unpacked;

    private Gunzip(InputStream in, Counted packed) {
        super(in);
        this.packed = packed;
    }

    static InputStream where(InputStream input) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(input, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == FIRST && buffered.read() == SECOND;
        buffered.reset();
        if (!gzip) {
            return buffered;
        }
        Counted packed = new Counted(buffered);
        return new Gunzip(new GZIPInputStream(packed, BUFFER), packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        unpacked += Math.max(0, read);
        if (unpacked > SMALL && unpacked > packed.count * HIGHEST_RATIO) {
            throw new IOException(
                    "It grows to more than %d times its size when it is unpacked.".formatted(HIGHEST_RATIO));
        }
        return read;
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }

        /// Always some: gzip's unpacker takes none to mean that no further member follows, also where it merely waits.
        @Override
        public int available() {
            return 1;
        }
    }
}
