package dev.ward.product;

import dev.ward.standards.udi.DeviceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device identifier (UDI-DI) of ours, and what bears it. One stands on one product; there on every release, or on
/// those
/// that are listed, so that a release may have one of its own.
///
/// @param releases  those that bear it; empty when every release of the model, or of the product, does
/// @param markets   codes of [Market]s
/// @param from      the first day; null when it is not known
/// @param to        the last day; null when it is still used, or not known
/// @param origin    where it was learnt
///
/// Source: 21 CFR 801.20 and 830.40 (one identifier for one version or model, never given away again).
public record LinkedIdentifier(
        IdentifierId id,
        DeviceIdentifier di,
        IdentifierKind kind,
        ProductId product,
        String productName,
        @Nullable ModelId model,
        @Nullable String modelName,
        List<Tied> releases,
        List<String> markets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable DeviceIdentifier contains,
        @Nullable Integer quantity,
        Origin origin,
        int revision,
        Instant created,
        Instant changed) {

    /// A release that bears it.
    public record Tied(ReleaseId id, String version) {}

    public enum Origin {
        ENTERED,
        GUDID
    }

    public DeviceType type() {
        return new DeviceType(product, model);
    }

    /// What bears it, as people call it: "Infusion pump Model S".
    public String bearer() {
        return modelName == null ? productName : productName + " " + modelName;
    }

    IdentifierDraft draft() {
        return new IdentifierDraft(
                di, kind, model, releases.stream().map(Tied::id).toList(), markets, from, to, contains, quantity);
    }
}
