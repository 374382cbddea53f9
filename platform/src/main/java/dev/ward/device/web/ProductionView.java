package dev.ward.device.web;

import dev.ward.device.Production;
import dev.ward.product.ModelId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Units that were made, as the API shows them.
record ProductionView(
        UUID id,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String serialFrom,
        @Nullable String serialTo,
        long quantity,
        LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable Integer lifeMonths,
        @Nullable String reference,
        @Nullable Instant cancelled) {

    static ProductionView from(Production production) {
        ModelId model = production.model();
        return new ProductionView(
                production.id().value(),
                production.product().value(),
                production.productName(),
                model == null ? null : model.value(),
                production.modelName(),
                production.di(),
                production.lot(),
                production.serialFrom(),
                production.serialTo(),
                production.quantity(),
                production.manufactured(),
                production.expires(),
                production.lifeMonths(),
                production.reference(),
                production.cancelled());
    }
}
