package dev.ward.customer.web;

import dev.ward.customer.Site;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A site as the API shows it.
record SiteView(
        UUID id,
        UUID customer,
        String name,
        @Nullable String address,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String reference,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {

    static SiteView from(Site site) {
        return new SiteView(
                site.id().value(),
                site.customer().value(),
                site.name(),
                site.address(),
                site.city(),
                site.region(),
                site.postalCode(),
                site.country(),
                site.phone(),
                site.reference(),
                site.archived(),
                site.revision(),
                site.created(),
                site.changed());
    }
}
