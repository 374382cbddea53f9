package dev.ward.product;

import org.jspecify.annotations.Nullable;

/// Which configurations a list shows; null for all.
///
/// @param text      a part of the name, of the product's or of the model's
/// @param release   that runs in them
/// @param archived  the archived ones instead of the others
public record ConfigurationFilter(
        @Nullable String text,
        @Nullable ProductId product,
        @Nullable ModelId model,
        @Nullable ReleaseId release,
        boolean archived) {

    public static ConfigurationFilter of(DeviceType type) {
        return new ConfigurationFilter(null, type.product(), type.model(), null, false);
    }

    public static ConfigurationFilter of(ReleaseId release) {
        return new ConfigurationFilter(null, null, null, release, false);
    }
}
