package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Units that left the manufacturer for a consignee, or came back. It is never changed: one that was entered by mistake
/// is
/// cancelled, and another entered.
///
/// @param release    what was installed then; null when it is not known
/// @param consignee  its reference is not used
/// @param via        the distributor or importer between; null when there was none
/// @param reference  the delivery note; null when there is none
/// @param cancelled  null when it counts
///
/// Source: 21 CFR 806.10(c)(9) to (11).
public record Shipment(
        ShipmentId id,
        ShipmentKind kind,
        LocalDate moved,
        ProductId product,
        String productName,
        @Nullable ModelId model,
        @Nullable String modelName,
        @Nullable String di,
        @Nullable String lot,
        Device.@Nullable Installed release,
        long quantity,
        Device.Place consignee,
        @Nullable CustomerId via,
        @Nullable String viaName,
        @Nullable String reference,
        @Nullable Instant cancelled) {

    public String unit() {
        return modelName == null ? productName : productName + " " + modelName;
    }
}
