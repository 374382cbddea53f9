package dev.ward.product;

import dev.ward.product.ConfigurationDraft.Running;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What runs together in a device: own releases, options, operating systems, hardware. Devices point at it; it is the
/// ground
/// for conditions that are joined by AND.
///
/// @param model     null when it is of the product as a whole
/// @param archived  whether the configuration itself is
public record Configuration(
        ConfigurationId id,
        ProductId product,
        String productName,
        @Nullable ModelId model,
        @Nullable String modelName,
        String name,
        ConfigurationStatus status,
        @Nullable String note,
        List<RunningRelease> releases,
        SequencedMap<String, String> options,
        List<Platform> platforms,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {

    /// A release that runs in it, with its name.
    ///
    /// @param part  what it is in the device; null when there is nothing to tell apart
    public record RunningRelease(
            ReleaseId release, String name, @Nullable String part) {}

    public DeviceType type() {
        return new DeviceType(product, model);
    }

    /// Of what it is one, as people call that: "Infusion pump Model S".
    public String bearer() {
        return modelName == null ? productName : productName + " " + modelName;
    }

    public ConfigurationDraft draft() {
        return new ConfigurationDraft(
                name,
                model,
                status,
                note,
                releases.stream()
                        .map(one -> new Running(one.release(), one.part()))
                        .toList(),
                options,
                platforms);
    }
}
