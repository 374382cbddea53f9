package dev.ward.performance;

import dev.ward.product.DeviceType;
import dev.ward.product.ModelId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose essential performance it is: a model, or a product that has no models.
///
/// @param modelName  null for a product
/// @param archived   no longer worked on
/// @param apart      a product that has models by now: each of them has its own, and the product's stays as it was
public record Subject(
        DeviceType type, String productName, @Nullable String modelName, boolean archived, boolean apart) {

    /// The model's id, or the product's.
    public UUID id() {
        ModelId model = type.model();
        return model == null ? type.product().value() : model.value();
    }

    /// As people call it: "Infusion pump Model S".
    public String name() {
        return modelName == null ? productName : productName + " " + modelName;
    }

    /// The page of the model or product itself.
    public String path() {
        return (type.model() == null ? "/products/" : "/models/") + id();
    }

    /// As the trail calls its kind.
    String kind() {
        return type.model() == null ? "product" : "model";
    }

    @Nullable
    UUID modelId() {
        return type.model() == null
                ? null
                : Objects.requireNonNull(type.model()).value();
    }

    public UUID productId() {
        return type.product().value();
    }
}
