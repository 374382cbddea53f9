package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductFilter;
import dev.ward.product.Products;
import dev.ward.web.SearchResults;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Finds products by name or family.
@Component
class ProductSearch implements SearchResults {

    private final Products products;
    private final Visibility visibility;

    ProductSearch(Products products, Visibility visibility) {
        this.products = products;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Products";
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Hit> find(String text, int most) {
        ProductFilter filter = new ProductFilter(text, null, false, ProductFilter.USUAL);
        return products.list(visibility.reader(), filter, null, most).items().stream()
                .map(line -> new Hit(
                        line.product().name(),
                        Objects.requireNonNullElse(line.product().family(), ""),
                        "/products/" + line.product().id()))
                .toList();
    }
}
