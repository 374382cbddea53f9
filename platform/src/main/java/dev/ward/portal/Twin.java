package dev.ward.portal;

import dev.ward.device.DeviceId;
import org.jspecify.annotations.Nullable;

/// A device that the registry has, and that may be the one which a customer means.
///
/// @param customerName  who has it as far as is known; null for nobody
public record Twin(
        DeviceId id,
        String name,
        @Nullable String customerName,
        @Nullable String di) {}
