package dev.ward.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A part of a workbook, which ends with an error when it unpacks to more than is taken, or when no tag
/// comes for so long that a reader would gather all of it in memory.
final class BoundedPart extends FilterInputStream {

    /// The longest cell, each character written as a number.
    private static final int FARTHEST_TAG = RowSource.LONGEST_CELL * 12;

    private final long most;
    private long count;
    private int sinceTag;

    BoundedPart(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(0, read);
        if (count > most) {
            throw new TooMuch("a part of it unpacks to more than %,d bytes".formatted(most));
        }
        for (int i = offset; i < offset + read; i++) {
            sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
            if (sinceTag > FARTHEST_TAG) {
                throw new TooMuch("a text in it is longer than any cell can be");
            }
        }
        return read;
    }

    /// More than is taken.
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        TooMuch(String reason) {
            super(reason);
        }
    }
}
