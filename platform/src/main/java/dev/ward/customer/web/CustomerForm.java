package dev.ward.customer.web;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerKind;
import dev.ward.web.Form;
import dev.ward.web.Worded;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a customer as it is sent.
record CustomerForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String country,
        @Nullable String region,
        @Nullable String reference,
        @Nullable Integer revision) {

    static Form form(Customer customer) {
        return new CustomerForm(
                        customer.name(),
                        customer.kind().word(),
                        customer.country(),
                        customer.region(),
                        customer.reference(),
                        customer.revision())
                .form();
    }

    CustomerDraft draft() {
        return new CustomerDraft(
                Objects.requireNonNullElse(name, ""),
                Worded.required("kind", kind, CustomerKind.values()),
                country,
                region,
                reference);
    }

    Form form() {
        return new Form(
                Map.of(
                        "name", Objects.requireNonNullElse(name, ""),
                        "kind", Objects.requireNonNullElse(kind, ""),
                        "country", Objects.requireNonNullElse(country, ""),
                        "region", Objects.requireNonNullElse(region, ""),
                        "reference", Objects.requireNonNullElse(reference, "")),
                Map.of(),
                null,
                seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
