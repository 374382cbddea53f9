package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.product.ProductId;
import dev.ward.web.SortOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which shipments a list shows, the last first; what is null does not restrict.
///
/// @param customer   the consignee
/// @param number     a whole serial or lot
/// @param from       moved on this day or later
/// @param to         moved on this day or earlier
/// @param cancelled  the cancelled ones instead of those that count
public record ShipmentFilter(
        @Nullable ProductId product,
        @Nullable CustomerId customer,
        @Nullable String number,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean cancelled) {

    public static final SortOrder ORDER = SortOrder.descending("moved");
}
