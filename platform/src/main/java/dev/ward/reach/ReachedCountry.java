package dev.ward.reach;

import org.jspecify.annotations.Nullable;

/// How many units in a country are reached.
///
/// @param country   ISO 3166-1 alpha-2; null for units of which nobody knows it
/// @param devices   units with a serial that are reached for certain
/// @param counted   units without serials that are
/// @param possible  units whose release only a candidate says is reached
/// @param unknown   units of the same products and models of which nobody knows the release
public record ReachedCountry(@Nullable String country, long devices, long counted, long possible, long unknown) {

    /// Of which it is not known that they are not reached.
    public long all() {
        return devices + counted + possible + unknown;
    }
}
