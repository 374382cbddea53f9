package dev.ward.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How long devices of a product live, as far as it is known.
///
/// @param product    as people call it
/// @param lastSold   when the last of them was sold; null while some are sold, or nobody knows
/// @param lifeYears  the longest expected life of its models; null when one of them has none
record ProductLife(
        String product,
        @Nullable LocalDate lastSold,
        @Nullable Integer lifeYears) {

    @Nullable
    LocalDate ends() {
        return lastSold == null || lifeYears == null ? null : RetentionPolicy.years(lastSold, lifeYears);
    }
}
