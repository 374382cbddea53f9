package dev.ward.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By whom something was told of a device, and when.
///
/// @param id     the claim or report
/// @param at     when it was told: then it counts as confirmed
/// @param since  from when on it is so; null when that was not told
public record Told(
        FactSource source, UUID id, Instant at, @Nullable Instant since) {}
