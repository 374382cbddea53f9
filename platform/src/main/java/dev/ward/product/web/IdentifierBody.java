package dev.ward.product.web;

import dev.ward.product.IdentifierDraft;
import dev.ward.product.IdentifierKind;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.LinkedIdentifier.Tied;
import dev.ward.product.ModelId;
import dev.ward.product.ReleaseId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device identifier as it is linked and changed.
///
/// @param di        in any spelling
/// @param kind      `PRIMARY` when it is left out
/// @param releases  those that bear it; left out when every release does
record IdentifierBody(
        String di,
        @Nullable IdentifierKind kind,
        @Nullable UUID model,
        @Nullable List<UUID> releases,
        @Nullable List<String> markets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String contains,
        @Nullable Integer quantity) {

    static IdentifierBody from(LinkedIdentifier of) {
        ModelId model = of.model();
        return new IdentifierBody(
                of.di().value(),
                of.kind(),
                model == null ? null : model.value(),
                of.releases().stream().map(Tied::id).map(ReleaseId::value).toList(),
                of.markets(),
                of.from(),
                of.to(),
                Objects.toString(of.contains(), null),
                of.quantity());
    }

    /// @param before  what stands there; null for a new one. A text that still says the same is not read again
    IdentifierDraft draft(@Nullable LinkedIdentifier before) {
        String text = Objects.requireNonNullElse(di, "");
        List<UUID> tied = Objects.requireNonNullElse(releases, List.of());
        return new IdentifierDraft(
                before != null && before.di().value().equals(text) ? before.di() : IdentifierDraft.read("di", text),
                Objects.requireNonNullElse(kind, IdentifierKind.PRIMARY),
                model == null ? null : new ModelId(model),
                tied.stream().filter(Objects::nonNull).map(ReleaseId::new).toList(),
                Objects.requireNonNullElse(markets, List.of()),
                from,
                to,
                contains == null || contains.isBlank() ? null : IdentifierDraft.read("contains", contains),
                quantity);
    }
}
