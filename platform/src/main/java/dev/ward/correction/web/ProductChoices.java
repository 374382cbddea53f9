package dev.ward.correction.web;

import dev.ward.identity.Visibility;
import dev.ward.product.ProductFilter;
import dev.ward.product.Products;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// The products of the registry, to choose from.
@Component
class ProductChoices {

    private static final int MOST_PRODUCTS = 500;

    private final Products products;
    private final Visibility visibility;

    ProductChoices(Products products, Visibility visibility) {
        this.products = products;
        this.visibility = visibility;
    }

    /// Names by ids.
    SequencedMap<String, String> choices() {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        products.list(
                        visibility.reader(),
                        new ProductFilter(null, null, false, ProductFilter.USUAL),
                        null,
                        MOST_PRODUCTS)
                .items()
                .forEach(line -> choices.put(
                        line.product().id().toString(), line.product().name()));
        return choices;
    }
}
