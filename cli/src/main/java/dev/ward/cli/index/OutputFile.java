package dev.ward.cli.index;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that is written from its beginning to its end, and knows where it stands.
final class OutputFile implements Closeable {

    private final OutputStream out;
    private long position;

    OutputFile(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    long position() {
        return position;
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /// Writes the length as four bytes, then the bytes.
    void framed(byte[] bytes) throws IOException {
        raw(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        raw(bytes);
    }

    void longs(long... values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            buffer.putLong(value);
        }
        raw(buffer.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
