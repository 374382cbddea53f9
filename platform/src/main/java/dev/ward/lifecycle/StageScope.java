package dev.ward.lifecycle;

import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import org.jspecify.annotations.Nullable;

/// Of what a stage is said: of a whole product, of one of its models, or of one release.
///
/// @param model    null unless it is said of a model
/// @param release  null unless it is said of a release
public record StageScope(
        ProductId product,
        @Nullable ModelId model,
        @Nullable ReleaseId release) {

    public StageScope {
        if (model != null && release != null) {
            throw new IllegalArgumentException(
                    "a stage is said of a model or of a release, not of \"%s\" and \"%s\"".formatted(model, release));
        }
    }

    public static StageScope of(ProductId product) {
        return new StageScope(product, null, null);
    }

    public static StageScope of(ProductId product, ModelId model) {
        return new StageScope(product, model, null);
    }

    public static StageScope of(ProductId product, ReleaseId release) {
        return new StageScope(product, null, release);
    }
}
