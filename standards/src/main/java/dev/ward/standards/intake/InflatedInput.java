package dev.ward.standards.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// Unpacked bytes within the limits. Closing it closes nothing.
final class InflatedInput extends FilterInputStream {

    private final PackedInput source;
    private final InflationLimit limit;
    private final long packedBefore;
    private long count;

    InflatedInput(InputStream unpacked, PackedInput source, InflationLimit limit) {
        super(unpacked);
        this.source = source;
        this.limit = limit;
        this.packedBefore = source.count();
    }

    /// Something that begins to read packed bytes.
    interface Opening {
        InputStream open() throws IOException;
    }

    static InputStream opening(Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (ZipException | EOFException e) {
            throw new DamagedInput("is damaged: " + e.getMessage());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw new DamagedInput("is damaged: " + e.getMessage());
        }
        if (read > 0) {
            count += read;
            limit.count(read, count, source.count() - packedBefore);
        }
        return read;
    }

    @Override
    public void close() {
        // The archive goes on after its entry, and the caller closes what the caller opened.
    }
}
