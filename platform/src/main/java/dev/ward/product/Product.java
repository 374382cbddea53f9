package dev.ward.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that the manufacturer sells, in all its versions.
///
/// @param family    null when it belongs to none
/// @param archived  no longer worked on; it stays readable, and its name stays taken
/// @param revision  grows with each change
public record Product(
        ProductId id,
        String name,
        @Nullable String family,
        @Nullable String description,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {}
