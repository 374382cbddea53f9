package dev.ward.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit that is reached, with its consignee as 21 CFR 806.10(c) asks for.
///
/// @param release       the installed one
/// @param confirmedBy   a person, a service system, telemetry, a customer or an import; null when nobody ever told
public record ReachedDevice(
        UUID id,
        String product,
        @Nullable String model,
        @Nullable String release,
        @Nullable UUID releaseId,
        @Nullable String di,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        String status,
        @Nullable Boolean networked,
        @Nullable String country,
        @Nullable Consignee consignee,
        @Nullable String reference,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy) {

    /// Who has it.
    ///
    /// @param reference  the manufacturer's own number of the customer
    /// @param site       null where only the customer is known
    /// @param address    on one line; null when it is not known
    public record Consignee(
            UUID customer,
            String name,
            @Nullable String reference,
            @Nullable String site,
            @Nullable String address,
            @Nullable String phone) {}
}
