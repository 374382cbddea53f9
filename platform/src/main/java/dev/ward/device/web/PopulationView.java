package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.Device;
import dev.ward.device.Population;
import dev.ward.product.ModelId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Units that are counted, as the API shows them.
record PopulationView(
        UUID id,
        String kind,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        @Nullable String di,
        @Nullable String lot,
        @Nullable UUID release,
        @Nullable String version,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID site,
        @Nullable String siteName,
        @Nullable String country,
        @Nullable String reference,
        String status,
        long quantity,
        boolean estimated,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        Instant confirmed,
        String confirmedBy,
        int revision) {

    static PopulationView from(Population population) {
        ModelId model = population.model();
        Device.Installed release = population.release();
        Device.Place place = population.place();
        CustomerId customer = place.customer();
        SiteId site = place.site();
        return new PopulationView(
                population.id().value(),
                population.kind().word(),
                population.product().value(),
                population.productName(),
                model == null ? null : model.value(),
                population.modelName(),
                population.di(),
                population.lot(),
                release == null ? null : release.id().value(),
                release == null ? null : release.version(),
                customer == null ? null : customer.value(),
                place.customerName(),
                site == null ? null : site.value(),
                place.siteName(),
                place.country(),
                place.reference(),
                population.status().word(),
                population.quantity(),
                population.estimated(),
                population.manufactured(),
                population.expires(),
                population.confirmed().at(),
                population.confirmed().by().word(),
                population.revision());
    }
}
