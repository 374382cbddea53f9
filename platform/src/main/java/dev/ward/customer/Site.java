package dev.ward.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a customer has devices.
///
/// @param address    lines of street and house; null when it is not known
/// @param country    ISO 3166-1 alpha-2; null for the customer's
/// @param reference  the manufacturer's own number, as in its ERP; null when there is none
/// @param archived   whether the site itself is; see its customer
/// @param revision   grows with each change
public record Site(
        SiteId id,
        CustomerId customer,
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

    SiteDraft draft() {
        return new SiteDraft(name, address, city, region, postalCode, country, phone, reference);
    }
}
