package dev.ward.correction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which past corrections a list shows; null for all.
///
/// @param words  that stand in what was done, the number, the justification, who decided, or the file
public record PastCorrectionFilter(
        @Nullable UUID product,
        @Nullable Boolean reported,
        @Nullable String words) {}
