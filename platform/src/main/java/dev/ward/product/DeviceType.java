package dev.ward.product;

import org.jspecify.annotations.Nullable;

/// What devices are pieces of: a model, or a product that has no models.
///
/// @param model  null for the product itself
public record DeviceType(ProductId product, @Nullable ModelId model) {

    static DeviceType of(Model model) {
        return new DeviceType(model.product(), model.id());
    }

    /// As the trail and messages call its kind.
    String kind() {
        return model == null ? "product" : "model";
    }

    String id() {
        return model == null ? product.toString() : model.toString();
    }
}
