package dev.ward.product;

/// A variant of a product that has releases of its own.
public record Model(ModelId id, ProductId product, String name, boolean archived, int revision) {}
