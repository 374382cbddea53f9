package dev.ward.product.web;

import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A product as it is created and changed.
record ProductBody(
        String name, @Nullable String family, @Nullable String description) {

    static ProductBody from(Product product) {
        return new ProductBody(product.name(), product.family(), product.description());
    }

    ProductDraft draft() {
        return new ProductDraft(Objects.requireNonNullElse(name, ""), family, description);
    }
}
