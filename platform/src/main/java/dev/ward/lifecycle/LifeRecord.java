package dev.ward.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was recorded of a release's life. It is never changed; a later entry may replace it.
///
/// @param model     whose it is when it is of a model; null for all models of the product
/// @param customer  null unless it is about one
/// @param device    null unless it is about one
/// @param texts     by the names of the kind's fields
/// @param by        as the person was called then
public record LifeRecord(
        long number,
        UUID id,
        RecordKind kind,
        @Nullable UUID release,
        @Nullable String releaseName,
        @Nullable UUID model,
        String market,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID device,
        @Nullable String serial,
        LocalDate happened,
        Map<String, String> texts,
        @Nullable String reference,
        String by,
        Instant at) {

    /// A text of the kind's; empty when it has none.
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
