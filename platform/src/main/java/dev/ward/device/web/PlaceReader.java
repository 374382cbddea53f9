package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.SiteId;
import dev.ward.customer.Sites;
import dev.ward.identity.Reader;
import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes customers and sites of the names and references that people type.
///
/// A [dev.ward.web.ProblemException] says when there is none of the name, or several.
@Component
class PlaceReader {

    private final Customers customers;
    private final Sites sites;

    PlaceReader(Customers customers, Sites sites) {
        this.customers = customers;
        this.sites = sites;
    }

    /// @return null when nothing was typed
    @Nullable
    CustomerId customer(Reader reader, String field, @Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : customers.typed(reader, field, text.strip()).id();
    }

    /// @return null when nothing was typed
    @Nullable
    SiteId site(Reader reader, @Nullable CustomerId customer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (customer == null) {
            throw TypedText.refused("site", "A site belongs to a customer; name both.", "needs its customer");
        }
        return sites.typed(reader, customer, "site", text.strip()).id();
    }
}
