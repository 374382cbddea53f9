package dev.ward.product.web;

import dev.ward.product.Configuration;
import dev.ward.product.ConfigurationDraft;
import dev.ward.product.ConfigurationDraft.Running;
import dev.ward.product.ConfigurationStatus;
import dev.ward.product.ModelId;
import dev.ward.product.Platform;
import dev.ward.product.ReleaseId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A configuration as it is created and changed.
///
/// @param status    `PLANNED` when it is left out
/// @param releases  those that run in it, of any product of ours
record ConfigurationBody(
        String name,
        @Nullable UUID model,
        @Nullable ConfigurationStatus status,
        @Nullable String note,
        @Nullable List<RunningBody> releases,
        @Nullable Map<String, String> options,
        @Nullable List<Platform> platforms) {

    /// @param part  what it is in the device
    record RunningBody(UUID release, @Nullable String part) {}

    static ConfigurationBody from(Configuration of) {
        ModelId model = of.model();
        return new ConfigurationBody(
                of.name(),
                model == null ? null : model.value(),
                of.status(),
                of.note(),
                of.releases().stream()
                        .map(one -> new RunningBody(one.release().value(), one.part()))
                        .toList(),
                of.options(),
                of.platforms());
    }

    ConfigurationDraft draft() {
        Map<String, String> given = Objects.requireNonNullElse(options, Map.of());
        LinkedHashMap<String, String> set = new LinkedHashMap<>();
        given.forEach((option, value) -> set.put(option, Objects.requireNonNullElse(value, "")));
        return new ConfigurationDraft(
                Objects.requireNonNullElse(name, ""),
                model == null ? null : new ModelId(model),
                Objects.requireNonNullElse(status, ConfigurationStatus.PLANNED),
                note,
                Objects.requireNonNullElse(releases, List.<RunningBody>of()).stream()
                        .filter(one -> one != null && one.release() != null)
                        .map(one -> new Running(new ReleaseId(one.release()), one.part()))
                        .toList(),
                set,
                Objects.requireNonNullElse(platforms, List.<Platform>of()).stream()
                        .filter(Objects::nonNull)
                        .toList());
    }
}
