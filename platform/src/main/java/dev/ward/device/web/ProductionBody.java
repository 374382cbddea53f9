package dev.ward.device.web;

import dev.ward.device.ProductionDraft;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Units that were made, as they are added.
///
/// @param lifeMonths  the expected life, for what does not expire
/// @param reference   the batch record
record ProductionBody(
        @Nullable UUID product,
        @Nullable UUID model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String serialFrom,
        @Nullable String serialTo,
        @Nullable Long quantity,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable Integer lifeMonths,
        @Nullable String reference) {

    ProductionDraft draft() {
        if (product == null || quantity == null || manufactured == null) {
            String field = product == null ? "product" : quantity == null ? "quantity" : "manufactured";
            throw TypedText.refused(field, "The field \"%s\" is missing.".formatted(field), "is missing");
        }
        return new ProductionDraft(
                new ProductId(product),
                model == null ? null : new ModelId(model),
                di,
                lot,
                serialFrom,
                serialTo,
                quantity,
                manufactured,
                expires,
                lifeMonths,
                reference);
    }
}
