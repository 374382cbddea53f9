package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was so of a device from when on.
///
/// @param since     when it was so in the world
/// @param at        when Ward learnt of it
/// @param release   null when it was not known
/// @param customer  null when it was with nobody
/// @param source    by what it became known
/// @param sourceId  the import, report or claim; null for what a person did by hand
/// @param actor     who did it, as they were called then
public record Change(
        Instant since,
        Instant at,
        Device.@Nullable Installed release,
        @Nullable UUID configuration,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        @Nullable SiteId site,
        @Nullable String siteName,
        @Nullable String country,
        DeviceStatus status,
        FactSource source,
        @Nullable UUID sourceId,
        String actor) {}
