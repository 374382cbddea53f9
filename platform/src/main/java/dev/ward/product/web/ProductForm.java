package dev.ward.product.web;

import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.web.Form;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a product as it is sent.
record ProductForm(
        @Nullable String name,
        @Nullable String family,
        @Nullable String description,
        @Nullable Integer revision) {

    static Form form(Product product) {
        return new ProductForm(product.name(), product.family(), product.description(), product.revision()).form();
    }

    ProductDraft draft() {
        return new ProductDraft(Objects.requireNonNullElse(name, ""), family, description);
    }

    Form form() {
        return new Form(
                Map.of(
                        "name", Objects.requireNonNullElse(name, ""),
                        "family", Objects.requireNonNullElse(family, ""),
                        "description", Objects.requireNonNullElse(description, "")),
                Map.of(),
                null,
                seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
