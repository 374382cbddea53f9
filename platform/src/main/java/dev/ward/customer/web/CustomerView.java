package dev.ward.customer.web;

import dev.ward.customer.Customer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer as the API shows it.
record CustomerView(
        UUID id,
        String name,
        String kind,
        @Nullable String country,
        @Nullable String region,
        @Nullable String reference,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {

    static CustomerView from(Customer customer) {
        return new CustomerView(
                customer.id().value(),
                customer.name(),
                customer.kind().word(),
                customer.country(),
                customer.region(),
                customer.reference(),
                customer.archived(),
                customer.revision(),
                customer.created(),
                customer.changed());
    }
}
