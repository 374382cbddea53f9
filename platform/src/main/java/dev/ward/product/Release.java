package dev.ward.product;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of a product, or of one of its models.
///
/// @param model     null when it is for the product as a whole
/// @param released  null when it is not released, or the date is not known
/// @param archived  whether the release itself is; see `inUse` for its product and model
/// @param inUse     neither it nor its model nor its product is archived
/// @param revision  grows with each change
public record Release(
        ReleaseId id,
        ProductId product,
        String productName,
        @Nullable ModelId model,
        @Nullable String modelName,
        String version,
        @Nullable LocalDate released,
        boolean archived,
        boolean inUse,
        int revision,
        Instant created,
        Instant changed) {

    /// As people call it: "Infusion pump 2.1".
    public String name() {
        return productName + (modelName == null ? " " : " " + modelName + " ") + version;
    }
}
