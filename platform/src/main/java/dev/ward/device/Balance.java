package dev.ward.device;

import org.jspecify.annotations.Nullable;

/// Whether what was made is accounted for.
///
/// @param lot          null for units without, or when lots are not told apart
/// @param inStock      with the manufacturer
/// @param distributed  shipped and not returned
/// @param scrapped     by the manufacturer
///
/// Source: 21 CFR 806.10(c)(9) to (11).
public record Balance(
        String product,
        @Nullable String model,
        @Nullable String lot,
        long manufactured,
        long inStock,
        long distributed,
        long scrapped) {

    /// What was made and is in no place; negative when there is more than was made.
    public long difference() {
        return manufactured - inStock - distributed - scrapped;
    }
}
