package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Population;
import dev.ward.device.PopulationDraft;
import dev.ward.device.PopulationKind;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Units that are counted, as they are added and changed.
///
/// @param kind       `lot`, `installs` or `tenants`
/// @param status     `in-use` when absent
/// @param estimated  whether the quantity is an estimate and not a count; false when absent
record PopulationBody(
        String kind,
        @Nullable UUID product,
        @Nullable UUID model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable UUID release,
        @Nullable UUID customer,
        @Nullable UUID site,
        @Nullable String country,
        @Nullable String reference,
        @Nullable String status,
        @Nullable Long quantity,
        @Nullable Boolean estimated,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires) {

    static PopulationBody from(Population population) {
        PopulationView view = PopulationView.from(population);
        return new PopulationBody(
                view.kind(),
                view.product(),
                view.model(),
                view.di(),
                view.lot(),
                view.release(),
                view.customer(),
                view.site(),
                view.country(),
                view.reference(),
                view.status(),
                view.quantity(),
                view.estimated(),
                view.manufactured(),
                view.expires());
    }

    PopulationDraft draft() {
        if (product == null) {
            throw TypedText.refused("product", "The product is missing.", "is missing");
        }
        if (quantity == null) {
            throw TypedText.refused("quantity", "The quantity is missing.", "is missing");
        }
        DeviceStatus typed = Worded.typed("status", status, DeviceStatus.values());
        return new PopulationDraft(
                Worded.required("kind", kind, PopulationKind.values()),
                new ProductId(product),
                model == null ? null : new ModelId(model),
                di,
                lot,
                release == null ? null : new ReleaseId(release),
                customer == null ? null : new CustomerId(customer),
                site == null ? null : new SiteId(site),
                country,
                reference,
                Objects.requireNonNullElse(typed, DeviceStatus.IN_USE),
                quantity,
                Objects.requireNonNullElse(estimated, false),
                manufactured,
                expires);
    }
}
