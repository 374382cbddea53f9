package dev.ward.reach;

import org.jspecify.annotations.Nullable;

/// A run of serials without a gap, within one product, model, release and lot. Serials that end in no digits stand
/// alone.
///
/// @param from     null for units without serial
/// @param devices  how many there are; `to` less `from`, plus one, where the serials are counted up
public record SerialRange(
        String product,
        @Nullable String model,
        @Nullable String release,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String from,
        @Nullable String to,
        long devices) {}
