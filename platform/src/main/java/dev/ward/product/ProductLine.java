package dev.ward.product;

import org.jspecify.annotations.Nullable;

/// A product in a list.
///
/// @param releases  how many that are not archived
/// @param latest    the version of the one added last; null when there is none
public record ProductLine(
        Product product, int releases, @Nullable String latest) {}
