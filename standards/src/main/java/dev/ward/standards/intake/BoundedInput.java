package dev.ward.standards.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// An input, packed or not, that ends in an error where it goes beyond the limits. Closing it closes nothing.
final class BoundedInput extends FilterInputStream {

    private static final int CHUNK = 1 << 16;

    private final @Nullable PackedInput source;
    private final InflationLimit limit;
    private final long packedBefore;
    private long count;

    private BoundedInput(InputStream input, @Nullable PackedInput source, InflationLimit limit) {
        super(input);
        this.source = source;
        this.limit = limit;
        this.packedBefore = source == null ? 0 : source.count();
    }

    static BoundedInput plain(InputStream input, InflationLimit limit) {
        return new BoundedInput(input, null, limit);
    }

    /// @param source  where the unpacker takes the packed bytes from
    static BoundedInput unpacked(InputStream unpacker, PackedInput source, InflationLimit limit) {
        return new BoundedInput(unpacker, source, limit);
    }

    static BoundedInput gzip(InputStream packed, InflationLimit limit) throws IOException {
        PackedInput source = new PackedInput(packed);
        try {
            return unpacked(new GZIPInputStream(source, CHUNK), source, limit);
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
        int read = source == null ? super.read(bytes, offset, length) : unpack(bytes, offset, length);
        if (read > 0) {
            count += read;
            limit.count(read);
            if (source != null) {
                limit.checkRatio(count, source.count() - packedBefore);
            }
        }
        return read;
    }

    private int unpack(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw new DamagedInput("is damaged: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        // The archive goes on after its entry, and the caller closes what the caller opened.
    }
}
