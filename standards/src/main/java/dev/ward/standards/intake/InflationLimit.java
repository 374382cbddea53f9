package dev.ward.standards.intake;

/// How much may be unpacked from one input, all its archives together.
final class InflationLimit {

    /// Bytes in all. The largest real source, all of OSV, unpacks to under half of it.
    static final long LARGEST = 32L << 30;

    /// Unpacked bytes for each packed byte. Real feeds stay under 40; a bomb reaches 1,000 and more.
    static final long HIGHEST_RATIO = 200;

    /// Bytes from which on the ratio is looked at: little may be packed as tightly as it likes.
    static final long SMALL = 8L << 20;

    private long unpacked;

    /// @param ofArchive  bytes unpacked from one archive up to now
    /// @param packed     bytes that they lay packed in
    void count(long bytes, long ofArchive, long packed) throws DamagedInput {
        unpacked += bytes;
        if (unpacked > LARGEST) {
            throw new DamagedInput("unpacks to more than %d bytes".formatted(LARGEST));
        }
        if (ofArchive > SMALL && ofArchive / Math.max(1, packed) > HIGHEST_RATIO) {
            throw new DamagedInput("unpacks to more than %d times its size".formatted(HIGHEST_RATIO));
        }
    }
}
