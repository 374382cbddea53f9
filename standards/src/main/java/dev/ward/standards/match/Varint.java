package dev.ward.standards.match;

import java.io.ByteArrayOutputStream;

/// Numbers in as few bytes as they need: seven bits each, the lowest first, the top bit says that more follow.
public final class Varint {

    private Varint() {}

    public static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /// A place in an array of bytes that moves forward as it is read.
    public static final class Cursor {

        private final byte[] bytes;
        private int position;

        public Cursor(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        public byte[] bytes() {
            return bytes;
        }

        public int position() {
            return position;
        }

        public int next() {
            return bytes[position++] & 0xFF;
        }

        public int varint() {
            return (int) varlong();
        }

        public long varlong() {
            long value = 0;
            int shift = 0;
            while (true) {
                byte b = bytes[position++];
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
                shift += 7;
            }
        }

        /// Moves over `length` bytes and tells where they begin.
        public int skip(int length) {
            int from = position;
            position += length;
            return from;
        }
    }
}
