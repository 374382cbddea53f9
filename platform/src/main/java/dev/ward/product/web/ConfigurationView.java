package dev.ward.product.web;

import dev.ward.product.Configuration;
import dev.ward.product.ConfigurationStatus;
import dev.ward.product.ModelId;
import dev.ward.product.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A configuration as the API shows it.
record ConfigurationView(
        UUID id,
        UUID product,
        String productName,
        @Nullable UUID model,
        @Nullable String modelName,
        String name,
        ConfigurationStatus status,
        @Nullable String note,
        List<RunningView> releases,
        Map<String, String> options,
        List<Platform> platforms,
        boolean archived,
        int revision,
        Instant created,
        Instant changed) {

    /// A release that runs in it.
    record RunningView(UUID release, String name, @Nullable String part) {}

    static ConfigurationView from(Configuration of) {
        ModelId model = of.model();
        return new ConfigurationView(
                of.id().value(),
                of.product().value(),
                of.productName(),
                model == null ? null : model.value(),
                of.modelName(),
                of.name(),
                of.status(),
                of.note(),
                of.releases().stream()
                        .map(one -> new RunningView(one.release().value(), one.name(), one.part()))
                        .toList(),
                of.options(),
                of.platforms(),
                of.archived(),
                of.revision(),
                of.created(),
                of.changed());
    }
}
