package dev.ward.product.web;

import dev.ward.identity.Visibility;
import dev.ward.product.DeviceType;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds device types by what stands in an address.
@Component
class TypePlaces {

    private final Products products;
    private final Models models;
    private final Visibility visibility;

    TypePlaces(Products products, Models models, Visibility visibility) {
        this.products = products;
        this.models = models;
        this.visibility = visibility;
    }

    TypePlace of(ProductId id) {
        String name = products.get(visibility.reader(), id).name();
        return new TypePlace(new DeviceType(id, null), name, name, null);
    }

    TypePlace of(ModelId id) {
        Model model = models.get(visibility.reader(), id);
        String product = products.get(visibility.reader(), model.product()).name();
        return new TypePlace(new DeviceType(model.product(), id), product + " " + model.name(), product, model.name());
    }

    TypePlace of(DeviceType type) {
        @Nullable ModelId model = type.model();
        return model == null ? of(type.product()) : of(model);
    }
}
