package dev.ward.product;

import org.jspecify.annotations.Nullable;

/// A configuration in a list.
///
/// @param bearer    of what it is one: "Infusion pump Model S"
/// @param releases  the names of those that run in it, joined; null when there are none
public record ConfigurationLine(
        ConfigurationId id,
        String name,
        String bearer,
        ConfigurationStatus status,
        @Nullable String releases,
        int platforms) {}
