package dev.ward.product;

import org.jspecify.annotations.Nullable;

/// Which device identifiers a list shows; null for all.
///
/// @param text     a DI in any spelling, or a part of one
/// @param product  of which product
/// @param model    of which model
/// @param release  which bear on this release, alone or with all of its model
public record IdentifierFilter(
        @Nullable String text,
        @Nullable ProductId product,
        @Nullable ModelId model,
        @Nullable ReleaseId release) {

    public static final IdentifierFilter ALL = new IdentifierFilter(null, null, null, null);

    public static IdentifierFilter of(DeviceType type) {
        return new IdentifierFilter(null, type.product(), type.model(), null);
    }

    public static IdentifierFilter of(ReleaseId release) {
        return new IdentifierFilter(null, null, null, release);
    }
}
