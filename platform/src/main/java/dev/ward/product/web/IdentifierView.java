package dev.ward.product.web;

import dev.ward.product.IdentifierKind;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.LinkedIdentifier.Origin;
import dev.ward.product.LinkedIdentifier.Tied;
import dev.ward.product.ModelId;
import dev.ward.product.ReleaseId;
import dev.ward.product.UdiSymbol;
import dev.ward.standards.udi.IssuingAgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device identifier as the API shows it.
///
/// @param label  the text that stands beside the symbol
record IdentifierView(
        UUID id,
        IssuingAgency agency,
        String di,
        String label,
        IdentifierKind kind,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        List<UUID> releases,
        List<String> markets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String contains,
        @Nullable Integer quantity,
        Origin origin,
        int revision,
        Instant created,
        Instant changed) {

    static IdentifierView from(LinkedIdentifier of) {
        ModelId model = of.model();
        return new IdentifierView(
                of.id().value(),
                of.di().agency(),
                of.di().value(),
                UdiSymbol.of(of.di()).humanReadable(),
                of.kind(),
                of.product().value(),
                of.productName(),
                model == null ? null : model.value(),
                of.modelName(),
                of.releases().stream().map(Tied::id).map(ReleaseId::value).toList(),
                of.markets(),
                of.from(),
                of.to(),
                Objects.toString(of.contains(), null),
                of.quantity(),
                of.origin(),
                of.revision(),
                of.created(),
                of.changed());
    }
}
