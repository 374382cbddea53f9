package dev.ward.reach;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consignee of products that are reached: who got how many, when.
///
/// @param devices  units there now that are reached
/// @param shipped  units of the reached products and models that were ever shipped there, less what came back
/// @param first    of the shipments; null when none is recorded
/// @param via      distributors and importers between, joined by commas; null for none
///
/// Source: 21 CFR 806.10(c)(9) to (11).
public record ReachedConsignee(
        UUID customer,
        String name,
        @Nullable String reference,
        @Nullable String site,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String country,
        long devices,
        long shipped,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable String via) {}
