package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.Device;
import dev.ward.device.Shipment;
import dev.ward.product.ModelId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shipment as the API shows it.
record ShipmentView(
        UUID id,
        String kind,
        LocalDate moved,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        @Nullable String di,
        @Nullable String lot,
        @Nullable UUID release,
        @Nullable String version,
        long quantity,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID site,
        @Nullable String siteName,
        @Nullable UUID via,
        @Nullable String viaName,
        @Nullable String country,
        @Nullable String reference,
        @Nullable Instant cancelled) {

    static ShipmentView from(Shipment shipment) {
        ModelId model = shipment.model();
        Device.Installed release = shipment.release();
        Device.Place place = shipment.consignee();
        CustomerId customer = place.customer();
        SiteId site = place.site();
        CustomerId via = shipment.via();
        return new ShipmentView(
                shipment.id().value(),
                shipment.kind().word(),
                shipment.moved(),
                shipment.product().value(),
                shipment.productName(),
                model == null ? null : model.value(),
                shipment.modelName(),
                shipment.di(),
                shipment.lot(),
                release == null ? null : release.id().value(),
                release == null ? null : release.version(),
                shipment.quantity(),
                customer == null ? null : customer.value(),
                place.customerName(),
                site == null ? null : site.value(),
                place.siteName(),
                via == null ? null : via.value(),
                shipment.viaName(),
                place.country(),
                shipment.reference(),
                shipment.cancelled());
    }
}
