package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.Region;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import org.jspecify.annotations.Nullable;

/// Of which units in the field the fleet's figures speak. What is null does not restrict.
///
/// @param country  a code of two letters; goes before `region`
public record FleetFilter(
        @Nullable ProductId product,
        @Nullable ModelId model,
        @Nullable CustomerId customer,
        @Nullable Region region,
        @Nullable String country) {

    public static FleetFilter all() {
        return new FleetFilter(null, null, null, null, null);
    }

    /// Whether it asks for nothing narrower than a product.
    public boolean isOfWholeProducts() {
        return model == null && customer == null && region == null && country == null;
    }
}
