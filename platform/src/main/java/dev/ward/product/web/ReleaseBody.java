package dev.ward.product.web;

import dev.ward.product.ModelId;
import dev.ward.product.Release;
import dev.ward.product.ReleaseDraft;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release as it is created and changed.
record ReleaseBody(
        String version,
        @Nullable LocalDate released,
        @Nullable UUID model) {

    static ReleaseBody from(Release release) {
        ModelId model = release.model();
        return new ReleaseBody(release.version(), release.released(), model == null ? null : model.value());
    }

    ReleaseDraft draft() {
        return new ReleaseDraft(
                Objects.requireNonNullElse(version, ""), released, model == null ? null : new ModelId(model));
    }
}
