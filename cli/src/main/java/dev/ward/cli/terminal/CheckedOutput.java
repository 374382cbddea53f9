package dev.ward.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers the first failure, since a `PrintStream` over it keeps silent about it.
public final class CheckedOutput extends FilterOutputStream {

    private @Nullable IOException failure;

    public CheckedOutput(OutputStream out) {
        super(out);
    }

    /// Why not all was written; empty when all was, or when the reader wanted no more (`ward … | head`).
    public Optional<String> failure() {
        IOException e = failure;
        return e == null || Trouble.reason(e).toLowerCase(Locale.ROOT).contains("pipe")
                ? Optional.empty()
                : Optional.of(Trouble.reason(e));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
