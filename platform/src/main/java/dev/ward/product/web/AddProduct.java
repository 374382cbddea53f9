package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductFilter;
import dev.ward.product.Products;
import dev.ward.web.NextStep;
import org.springframework.stereotype.Component;

/// The first step of all.
@Component
class AddProduct implements NextStep {

    private final Products products;
    private final Visibility visibility;

    AddProduct(Products products, Visibility visibility) {
        this.products = products;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Add a product";
    }

    @Override
    public String reason() {
        return "Findings are told for releases of products. A name is enough.";
    }

    @Override
    public String path() {
        return "/products/new";
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_WRITE.name();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean done() {
        ProductFilter all = new ProductFilter(null, null, false, ProductFilter.USUAL);
        return !products.list(visibility.reader(), all, null, 1).items().isEmpty();
    }
}
