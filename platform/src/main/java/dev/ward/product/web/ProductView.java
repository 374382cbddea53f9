package dev.ward.product.web;

import dev.ward.product.Product;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product as the API shows it.
record ProductView(
        UUID id,
        String name,
        @Nullable String family,
        @Nullable String description,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {

    static ProductView from(Product product) {
        return new ProductView(
                product.id().value(),
                product.name(),
                product.family(),
                product.description(),
                product.archived(),
                product.revision(),
                product.created(),
                product.changed());
    }
}
