package dev.ward.customer.web;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerKind;
import dev.ward.web.Worded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A customer as it is created and changed.
record CustomerBody(
        String name,
        String kind,
        @Nullable String country,
        @Nullable String region,
        @Nullable String reference) {

    static CustomerBody from(Customer customer) {
        return new CustomerBody(
                customer.name(), customer.kind().word(), customer.country(), customer.region(), customer.reference());
    }

    CustomerDraft draft() {
        return new CustomerDraft(
                Objects.requireNonNullElse(name, ""),
                Worded.required("kind", kind, CustomerKind.values()),
                country,
                region,
                reference);
    }
}
