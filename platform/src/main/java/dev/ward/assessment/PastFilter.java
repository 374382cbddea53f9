package dev.ward.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which past decisions a list shows; null for all.
///
/// @param vulnerability  any of its names
/// @param waiting        whether only those without a decision of Ward that the reader may see
public record PastFilter(
        @Nullable UUID product,
        @Nullable UUID release,
        @Nullable String vulnerability,
        @Nullable PastStatus status,
        boolean waiting) {

    public static final PastFilter WAITING = new PastFilter(null, null, null, null, true);
}
