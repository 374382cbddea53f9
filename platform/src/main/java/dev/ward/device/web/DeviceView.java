package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.Device;
import dev.ward.product.ModelId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device as the API shows it.
///
/// @param release      null when it is not known what is installed, which never counts as patched
/// @param networked    null when it is not known
/// @param confirmedBy  `person`, `service`, `telemetry`, `customer` or `import`; null when nobody ever confirmed it
record DeviceView(
        UUID id,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        @Nullable String di,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable UUID release,
        @Nullable String version,
        @Nullable UUID configuration,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID site,
        @Nullable String siteName,
        @Nullable String country,
        @Nullable String reference,
        @Nullable Boolean networked,
        @Nullable LocalDate contractUntil,
        @Nullable LocalDate warrantyUntil,
        String status,
        boolean inField,
        @Nullable Instant confirmed,
        @Nullable String confirmedBy,
        long changeSet,
        int revision) {

    static DeviceView from(Device device) {
        Device.Identity identity = device.identity();
        Device.Installed release = device.release();
        Device.Place place = device.place();
        Device.Confirmation confirmed = device.confirmed();
        ModelId model = identity.model();
        CustomerId customer = place.customer();
        SiteId site = place.site();
        return new DeviceView(
                device.id().value(),
                identity.product().value(),
                identity.productName(),
                model == null ? null : model.value(),
                identity.modelName(),
                identity.di(),
                identity.serial(),
                identity.lot(),
                identity.manufactured(),
                identity.expires(),
                release == null ? null : release.id().value(),
                release == null ? null : release.version(),
                device.configuration(),
                customer == null ? null : customer.value(),
                place.customerName(),
                site == null ? null : site.value(),
                place.siteName(),
                place.country(),
                place.reference(),
                device.networked(),
                device.term().contract(),
                device.term().warranty(),
                device.status().word(),
                device.status().isInField(),
                confirmed == null ? null : confirmed.at(),
                confirmed == null ? null : confirmed.by().word(),
                device.changeSet(),
                device.revision());
    }
}
