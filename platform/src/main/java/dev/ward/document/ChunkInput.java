package dev.ward.document;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/// Chunks in their order as one stream, one of them in memory.
final class ChunkInput extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = new byte[0];
    private int position;
    private int next;
    private boolean ended;

    /// @param chunks  a chunk by its number; nothing behind the last
    ChunkInput(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return fill() ? chunk[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    /// @return false at the end
    private boolean fill() {
        while (!ended && position == chunk.length) {
            Optional<byte[]> following = chunks.apply(next);
            ended = following.isEmpty();
            chunk = following.orElseGet(() -> new byte[0]);
            position = 0;
            next++;
        }
        return !ended;
    }
}
