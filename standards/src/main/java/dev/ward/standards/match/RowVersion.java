package dev.ward.standards.match;

import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionScheme;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A component's version as coded rows are asked about it.
///
/// @param key   its sort key; null when it has none
/// @param text  as stated, in UTF-8; null when none is
/// @param ask   true when the version has a place that no key can tell, so that only a comparison decides
record RowVersion(byte @Nullable [] key, byte @Nullable [] text, boolean ask) {

    static RowVersion of(ComponentIdentity component, MatchKeys.Use use, @Nullable VersionScheme scheme) {
        byte[] text = component.versionText(use);
        if (scheme == null || text == null) {
            return new RowVersion(null, text, component.isAmbiguous(use));
        }
        return switch (component.key(scheme, use)) {
            case SortKey.Ordered(byte[] key) -> new RowVersion(key, text, false);
            case SortKey.Unordered unordered -> new RowVersion(null, text, true);
            case SortKey.Undetermined undetermined -> new RowVersion(null, text, false);
        };
    }

    boolean equalsText(byte[] bytes, int from, int length) {
        return text != null && Arrays.equals(text, 0, text.length, bytes, from, from + length);
    }

    boolean isAtLeast(byte[] bytes, int from, int length) {
        return key != null && Arrays.compareUnsigned(key, 0, key.length, bytes, from, from + length) >= 0;
    }

    boolean isKey(byte[] bytes, int from, int length) {
        return key != null && Arrays.equals(key, 0, key.length, bytes, from, from + length);
    }
}
