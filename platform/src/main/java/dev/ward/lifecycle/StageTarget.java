package dev.ward.lifecycle;

import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import org.jspecify.annotations.Nullable;

/// For what a stage is derived: a release with the model that it is of, or a model or product as a whole.
record StageTarget(
        ProductId product,
        @Nullable ModelId model,
        @Nullable ReleaseId release) {}
