package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import org.jspecify.annotations.Nullable;

/// What whoever accepts a claim adds where the customer's words alone do not say which device or release is meant.
///
/// @param release  which one the version means; null when the claim says it, or says nothing of it
/// @param device   the one that the registry has elsewhere, or nowhere; null for a new one
/// @param product  of a new device
/// @param model    of a new device; null when it is not known
public record Acceptance(
        @Nullable ReleaseId release,
        @Nullable DeviceId device,
        @Nullable ProductId product,
        @Nullable ModelId model) {

    /// Nothing to add.
    public static final Acceptance PLAIN = new Acceptance(null, null, null, null);
}
