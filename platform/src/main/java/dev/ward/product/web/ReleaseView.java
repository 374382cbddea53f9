package dev.ward.product.web;

import dev.ward.product.ModelId;
import dev.ward.product.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release as the API shows it.
record ReleaseView(
        UUID id,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        String version,
        @Nullable LocalDate released,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {

    static ReleaseView from(Release release) {
        ModelId model = release.model();
        return new ReleaseView(
                release.id().value(),
                release.product().value(),
                release.productName(),
                model == null ? null : model.value(),
                release.modelName(),
                release.version(),
                release.released(),
                release.archived(),
                release.revision(),
                release.created(),
                release.changed());
    }
}
