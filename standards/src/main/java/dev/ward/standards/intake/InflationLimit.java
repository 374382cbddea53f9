package dev.ward.standards.intake;

/// How much one input may hold, all archives in it together. It counts, so that each input needs its own.
final class InflationLimit {

    private final long largest;
    private final long highestRatio;
    private final long small;
    private long held;

    /// @param largest       bytes in all
    /// @param highestRatio  unpacked bytes for each packed byte
    /// @param small         bytes of one archive up to which any ratio is let pass
    InflationLimit(long largest, long highestRatio, long small) {
        this.largest = largest;
        this.highestRatio = highestRatio;
        this.small = small;
    }

    void count(long bytes) throws DamagedInput {
        held += bytes;
        if (held > largest) {
            throw new DamagedInput("holds more than %d bytes".formatted(largest));
        }
    }

    /// @param ofArchive  bytes unpacked from one archive up to now
    /// @param packed     bytes that they lay packed in
    void checkRatio(long ofArchive, long packed) throws DamagedInput {
        if (ofArchive > small && ofArchive / Math.max(1, packed) > highestRatio) {
            throw new DamagedInput("unpacks to more than %d times its size".formatted(highestRatio));
        }
    }
}
