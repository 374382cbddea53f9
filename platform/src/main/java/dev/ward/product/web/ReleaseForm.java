package dev.ward.product.web;

import dev.ward.product.ModelId;
import dev.ward.product.Release;
import dev.ward.product.ReleaseDraft;
import dev.ward.web.Form;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a release as it is sent.
record ReleaseForm(
        @Nullable String version,
        @Nullable String released,
        @Nullable String model,
        @Nullable Integer revision) {

    static Form form(Release release) {
        return new ReleaseForm(
                        release.version(),
                        Objects.toString(release.released(), ""),
                        Objects.toString(release.model(), ""),
                        release.revision())
                .form();
    }

    /// @throws ProblemException  when the date is no date, or the model is none
    ReleaseDraft draft() {
        return new ReleaseDraft(Objects.requireNonNullElse(version, ""), date(), modelId());
    }

    private @Nullable LocalDate date() {
        try {
            return released == null || released.isBlank() ? null : LocalDate.parse(released.strip());
        } catch (DateTimeException e) {
            throw ProblemException.of(Problem.INVALID, "\"%s\" is not a date such as 2026-11-30.".formatted(released))
                    .with("released", "is not a date such as 2026-11-30");
        }
    }

    private @Nullable ModelId modelId() {
        try {
            return model == null || model.isEmpty() ? null : ModelId.of(model);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID, "There is no model \"%s\".".formatted(model))
                    .with("model", "is not a model of this product");
        }
    }

    Form form() {
        return new Form(
                Map.of(
                        "version", Objects.requireNonNullElse(version, ""),
                        "released", Objects.requireNonNullElse(released, ""),
                        "model", Objects.requireNonNullElse(model, "")),
                Map.of(),
                null,
                seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
