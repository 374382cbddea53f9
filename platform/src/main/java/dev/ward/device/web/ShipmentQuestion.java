package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.device.ShipmentFilter;
import dev.ward.product.ProductId;
import org.jspecify.annotations.Nullable;

/// What the address of a list of shipments asks for.
///
/// @param customer   the consignee
/// @param q          a whole serial or lot
/// @param from       a date: moved on it or later
/// @param to         a date: moved on it or earlier
/// @param cancelled  `true` for the cancelled ones
public record ShipmentQuestion(
        @Nullable String product,
        @Nullable String customer,
        @Nullable String q,
        @Nullable String from,
        @Nullable String to,
        @Nullable String cancelled) {

    public boolean isOpen() {
        return filter().equals(new ShipmentFilter(null, null, null, null, null, false));
    }

    ShipmentFilter filter() {
        return new ShipmentFilter(
                DeviceQuestion.id("product", product, ProductId::of),
                DeviceQuestion.id("customer", customer, CustomerId::of),
                q == null || q.isBlank() ? null : q.strip(),
                DeviceForm.date("from", from),
                DeviceForm.date("to", to),
                "true".equals(cancelled));
    }
}
