package dev.ward.correction;

import java.util.UUID;

/// A release that a change concerns.
///
/// @param name  product, model and version, as people call it
public record ChangedRelease(UUID release, UUID product, String name) {}
