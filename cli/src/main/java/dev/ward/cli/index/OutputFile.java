package dev.ward.cli.index;

import dev.ward.cli.terminal.Trouble;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/// A file that is written from its beginning to its end, and knows where it stands.
final class OutputFile implements Closeable {

    private final Path file;
    private final OutputStream out;
    private final CRC32 unframed = new CRC32();
    private long position;

    OutputFile(Path file) throws IOException {
        this.file = file;
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    long position() {
        return position;
    }

    /// The checksum of all that has no frame with a checksum of its own.
    long checksum() {
        return unframed.getValue();
    }

    void raw(byte[] bytes) throws IOException {
        unframed.update(bytes);
        write(bytes);
    }

    void framed(byte[] bytes) throws IOException {
        write(Frame.head(bytes));
        write(bytes);
    }

    void longs(long... values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            buffer.putLong(value);
        }
        raw(buffer.array());
    }

    private void write(byte[] bytes) throws IOException {
        position += bytes.length;
        if (position > Integer.MAX_VALUE) {
            throw new IOException("the sources make an index of more than 2 GiB, the most that one may have");
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IOException failed(IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        return new IOException("cannot write into \"%s\": %s".formatted(folder, Trouble.reason(e)), e);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
