package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.ShipmentDraft;
import dev.ward.device.ShipmentKind;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shipment as it is added.
///
/// @param kind      `shipment` or `return`; the former when absent
/// @param quantity  not needed when there are serials
/// @param customer  the consignee
/// @param via       the distributor or importer between
record ShipmentBody(
        @Nullable String kind,
        @Nullable LocalDate moved,
        @Nullable UUID product,
        @Nullable UUID model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable UUID release,
        @Nullable Long quantity,
        @Nullable List<String> serials,
        @Nullable UUID customer,
        @Nullable UUID site,
        @Nullable UUID via,
        @Nullable String country,
        @Nullable String reference) {

    ShipmentDraft draft() {
        if (moved == null || product == null || customer == null) {
            String field = moved == null ? "moved" : product == null ? "product" : "customer";
            throw TypedText.refused(field, "The field \"%s\" is missing.".formatted(field), "is missing");
        }
        ShipmentKind typed = Worded.typed("kind", kind, ShipmentKind.values());
        return new ShipmentDraft(
                Objects.requireNonNullElse(typed, ShipmentKind.SHIPMENT),
                moved,
                new ProductId(product),
                model == null ? null : new ModelId(model),
                di,
                lot,
                release == null ? null : new ReleaseId(release),
                quantity,
                Objects.requireNonNullElse(serials, List.of()),
                new CustomerId(customer),
                site == null ? null : new SiteId(site),
                via == null ? null : new CustomerId(via),
                country,
                reference);
    }
}
