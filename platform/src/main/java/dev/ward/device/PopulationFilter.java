package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.product.ProductId;
import dev.ward.web.SortOrder;
import org.jspecify.annotations.Nullable;

/// Which populations a list shows; what is null does not restrict.
///
/// @param lot  a whole lot
public record PopulationFilter(
        @Nullable ProductId product,
        @Nullable PopulationKind kind,
        @Nullable CustomerId customer,
        @Nullable String lot) {

    /// The newest first.
    public static final SortOrder ORDER = SortOrder.descending("added");
}
