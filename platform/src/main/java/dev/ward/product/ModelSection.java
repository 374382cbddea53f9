package dev.ward.product;

import dev.ward.web.PageSection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a model's page that another module writes: its essential performance, its devices. A product that has no
/// models shows it too.
public interface ModelSection extends PageSection<DeviceType> {

    /// The template's parameters for a product that has models: what the product has of its own, from before they came
    /// or for all of them; null when that is nothing.
    @Nullable
    Map<String, Object> besideModels(DeviceType product);
}
