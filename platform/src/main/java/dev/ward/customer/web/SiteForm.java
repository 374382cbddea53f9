package dev.ward.customer.web;

import dev.ward.customer.Site;
import dev.ward.customer.SiteDraft;
import dev.ward.web.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a site as it is sent.
record SiteForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String reference,
        @Nullable Integer revision) {

    static Form form(Site site) {
        return new SiteForm(
                        site.name(),
                        site.address(),
                        site.city(),
                        site.region(),
                        site.postalCode(),
                        site.country(),
                        site.phone(),
                        site.reference(),
                        site.revision())
                .form();
    }

    SiteDraft draft() {
        return new SiteDraft(
                Objects.requireNonNullElse(name, ""), address, city, region, postalCode, country, phone, reference);
    }

    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put("name", Objects.requireNonNullElse(name, ""));
        values.put("address", Objects.requireNonNullElse(address, ""));
        values.put("city", Objects.requireNonNullElse(city, ""));
        values.put("region", Objects.requireNonNullElse(region, ""));
        values.put("postalCode", Objects.requireNonNullElse(postalCode, ""));
        values.put("country", Objects.requireNonNullElse(country, ""));
        values.put("phone", Objects.requireNonNullElse(phone, ""));
        values.put("reference", Objects.requireNonNullElse(reference, ""));
        return new Form(values, Map.of(), null, seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
