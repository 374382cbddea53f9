package dev.ward.device;

import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was made: a lot, or a stretch of serials. It is never changed: one that was entered by mistake is cancelled,
/// and
/// another entered.
///
/// @param lifeMonths  the expected life, for what does not expire; null when it is not known
/// @param reference   the batch record; null when there is none
/// @param cancelled   null when it counts
///
/// Source: 21 CFR 806.10(c)(9) and (10).
public record Production(
        ProductionId id,
        ProductId product,
        String productName,
        @Nullable ModelId model,
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

    public String unit() {
        return modelName == null ? productName : productName + " " + modelName;
    }
}
