package dev.ward.cli.index;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/// Bytes with their length and their checksum before them, four bytes each: damage is seen where it is
/// read.
final class Frame {

    private static final int HEAD_BYTES = 2 * Integer.BYTES;

    private Frame() {}

    static byte[] head(byte[] bytes) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .putInt(bytes.length)
                .putInt(checksum(bytes))
                .array();
    }

    /// The bytes framed at a place; empty when nothing intact stands there.
    static Optional<byte[]> read(ByteBuffer file, long place) {
        if (place < 0 || place > file.limit() - HEAD_BYTES) {
            return Optional.empty();
        }
        int start = (int) place + HEAD_BYTES;
        int length = file.getInt((int) place);
        if (length < 0 || length > file.limit() - start) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        file.get(start, bytes);
        return file.getInt((int) place + Integer.BYTES) == checksum(bytes) ? Optional.of(bytes) : Optional.empty();
    }

    private static int checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
