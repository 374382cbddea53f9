package dev.ward.customer.web;

import dev.ward.customer.Site;
import dev.ward.customer.SiteDraft;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A site as it is created and changed.
record SiteBody(
        String name,
        @Nullable String address,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String reference) {

    static SiteBody from(Site site) {
        return new SiteBody(
                site.name(),
                site.address(),
                site.city(),
                site.region(),
                site.postalCode(),
                site.country(),
                site.phone(),
                site.reference());
    }

    SiteDraft draft() {
        return new SiteDraft(
                Objects.requireNonNullElse(name, ""), address, city, region, postalCode, country, phone, reference);
    }
}
