package dev.ward.product.web;

import dev.ward.product.DeviceType;
import dev.ward.web.Page;
import org.jspecify.annotations.Nullable;

/// Where the pages of a device type are.
///
/// @param name         as people call it: "Infusion pump Model S"
/// @param productName  of its product
/// @param modelName    null for a product that has no models
public record TypePlace(
        DeviceType type,
        String name,
        String productName,
        @Nullable String modelName) {

    /// `/models/…`, `/products/…`
    public String path() {
        return type.model() == null ? "/products/" + type.product() : "/models/" + type.model();
    }

    public String profilePath() {
        return path() + "/profile";
    }

    /// Adds the way to the type itself.
    Page crumbs(Page page) {
        page.crumb("Products", "/products").crumb(productName, "/products/" + type.product());
        return modelName == null ? page : page.crumb(modelName, path());
    }
}
