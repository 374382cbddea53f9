package dev.ward.device.intake;

import java.time.Instant;
import java.util.UUID;

/// A mapping that is used again.
///
/// @param revision  grows with each change
public record SavedMapping(UUID id, String name, Mapping mapping, int revision, Instant changed) {}
