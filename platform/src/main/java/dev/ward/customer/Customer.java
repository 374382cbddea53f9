package dev.ward.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who has devices, or passes them on.
///
/// @param country    ISO 3166-1 alpha-2; null when it is not known
/// @param reference  the manufacturer's own number, as in its ERP; null when there is none
/// @param archived   no longer a customer; it stays readable
/// @param revision   grows with each change
public record Customer(
        CustomerId id,
        String name,
        CustomerKind kind,
        @Nullable String country,
        @Nullable String region,
        @Nullable String reference,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {}
