package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.Change;
import dev.ward.device.Device;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a device's history as the API shows it.
///
/// @param since     when it was so in the world
/// @param at        when Ward learnt of it
/// @param sourceId  the import, report or claim; null for what a person did by hand
record ChangeView(
        Instant since,
        Instant at,
        @Nullable UUID release,
        @Nullable String version,
        @Nullable UUID configuration,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID site,
        @Nullable String siteName,
        @Nullable String country,
        String status,
        String source,
        @Nullable UUID sourceId) {

    static ChangeView from(Change change) {
        Device.Installed release = change.release();
        CustomerId customer = change.customer();
        SiteId site = change.site();
        return new ChangeView(
                change.since(),
                change.at(),
                release == null ? null : release.id().value(),
                release == null ? null : release.version(),
                change.configuration(),
                customer == null ? null : customer.value(),
                change.customerName(),
                site == null ? null : site.value(),
                change.siteName(),
                change.country(),
                change.status().word(),
                change.source().word(),
                change.sourceId());
    }
}
