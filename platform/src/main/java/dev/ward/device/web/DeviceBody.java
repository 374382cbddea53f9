package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.Device;
import dev.ward.device.DeviceDraft;
import dev.ward.device.DeviceStatus;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device as it is added and changed.
///
/// @param status     `in-use` when absent
/// @param reference  words by which the consignee alone can tell whose it is; never a patient's name
record DeviceBody(
        UUID product,
        @Nullable UUID model,
        @Nullable String di,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable UUID release,
        @Nullable UUID configuration,
        @Nullable UUID customer,
        @Nullable UUID site,
        @Nullable String country,
        @Nullable String reference,
        @Nullable Boolean networked,
        @Nullable LocalDate contractUntil,
        @Nullable LocalDate warrantyUntil,
        @Nullable String status) {

    static DeviceBody from(Device device) {
        DeviceView view = DeviceView.from(device);
        return new DeviceBody(
                view.product(),
                view.model(),
                view.di(),
                view.serial(),
                view.lot(),
                view.manufactured(),
                view.expires(),
                view.release(),
                view.configuration(),
                view.customer(),
                view.site(),
                view.country(),
                view.reference(),
                view.networked(),
                view.contractUntil(),
                view.warrantyUntil(),
                view.status());
    }

    @SuppressWarnings("NullAway") // a field that is missing in the body is null, whatever its type says
    DeviceDraft draft() {
        if (product == null) {
            throw TypedText.refused("product", "The product is missing.", "is missing");
        }
        DeviceStatus typed = Worded.typed("status", status, DeviceStatus.values());
        return new DeviceDraft(
                new ProductId(product),
                model == null ? null : new ModelId(model),
                di,
                serial,
                lot,
                manufactured,
                expires,
                release == null ? null : new ReleaseId(release),
                configuration,
                customer == null ? null : new CustomerId(customer),
                site == null ? null : new SiteId(site),
                country,
                reference,
                networked,
                contractUntil,
                warrantyUntil,
                Objects.requireNonNullElse(typed, DeviceStatus.IN_USE));
    }
}
