package dev.ward.standards.version;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A half-open run of versions of one ecosystem, as sort keys.
///
/// A sort key's unsigned byte order is the ecosystem's version order, so that a range check is one comparison here and
/// one index scan in a database. Every bound of every source becomes half-open: the key that follows `k` at once is
/// `k` with a zero byte behind it.
///
/// @param low   first key that is inside; an empty array means "from the first version"
/// @param high  first key that is no longer inside; null means "no end"
public record VersionInterval(byte[] low, byte @Nullable [] high) {

    /// The interval of a range, or empty when a bound has no exact place in the order.
    public static Optional<VersionInterval> of(VersionRange range, VersionOrder order) {
        byte[] low = new byte[0];
        byte[] high = null;
        if (range.lower() != null) {
            if (!(order.key(range.lower()) instanceof SortKey.Ordered(byte[] key))) {
                return Optional.empty();
            }
            low = range.includesLower() ? key : successor(key);
        }
        if (range.upper() != null) {
            if (!(order.key(range.upper()) instanceof SortKey.Ordered(byte[] key))) {
                return Optional.empty();
            }
            high = range.includesUpper() ? successor(key) : key;
        }
        return Optional.of(new VersionInterval(low, high));
    }

    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(key, low) >= 0 && (high == null || Arrays.compareUnsigned(key, high) < 0);
    }

    private static byte[] successor(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionInterval that && Arrays.equals(low, that.low) && Arrays.equals(high, that.high);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }
}
