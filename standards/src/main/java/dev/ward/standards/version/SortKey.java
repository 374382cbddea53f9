package dev.ward.standards.version;

import java.util.Arrays;
import java.util.HexFormat;

/// What is known of a version's place in its order.
public sealed interface SortKey {

    /// The layout of the bytes. Stored beside every stored key, so that keys can be rebuilt when a layout changes.
    int FORMAT = 2;

    /// The most bytes of a key, so that a database can index it. No real version comes near; a longer one is
    /// `Unordered`.
    int LONGEST = 1_000;

    /// The version's place, as bytes whose unsigned order is the version order.
    record Ordered(byte[] bytes) implements SortKey {

        @Override
        public boolean equals(Object other) {
            return other instanceof Ordered that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return HexFormat.of().formatHex(bytes);
        }
    }

    /// A version of the scheme, but of a shape that no key can place exactly; compare it with `VersionOrder.compare`.
    record Unordered(String reason) implements SortKey {}

    /// No version of the scheme: every comparison with it is undetermined.
    record Undetermined(String reason) implements SortKey {}
}
