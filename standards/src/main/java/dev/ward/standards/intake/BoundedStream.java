package dev.ward.standards.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// An input that ends in an error when it holds more than it may.
final class BoundedStream extends FilterInputStream {

    /// Up to here any ratio is let pass: a small file of much white space is no bomb.
    private static final long HARMLESS = 16L << 20;

    /// More was in the input than its limits allow.
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    private final @Nullable CountedStream packed;
    private final SbomIntake.Limits limits;
    private long count;

    private BoundedStream(InputStream input, @Nullable CountedStream packed, SbomIntake.Limits limits) {
        super(input);
        this.packed = packed;
        this.limits = limits;
    }

    static BoundedStream plain(InputStream input, SbomIntake.Limits limits) {
        return new BoundedStream(input, null, limits);
    }

    /// @param packed  where the packed bytes are counted
    static BoundedStream unpacked(InputStream input, CountedStream packed, SbomIntake.Limits limits) {
        return new BoundedStream(input, packed, limits);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : checked(read, 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        return read < 0 ? read : checked(read, read);
    }

    private int checked(int result, int more) throws Exceeded {
        count += more;
        if (count > limits.bytes()) {
            throw new Exceeded("it holds more than %d bytes".formatted(limits.bytes()));
        }
        if (packed != null && count > HARMLESS && count / limits.ratio() > packed.count()) {
            throw new Exceeded("each of its packed bytes becomes more than %d".formatted(limits.ratio()));
        }
        return result;
    }
}
