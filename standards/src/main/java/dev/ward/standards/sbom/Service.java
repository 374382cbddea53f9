package dev.ward.standards.sbom;

import dev.ward.standards.input.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service that the described product calls or offers.
public record Service(
        @Nullable String ref,
        @Nullable String group,
        String name,
        @Nullable String version,
        @Nullable String provider,
        List<String> endpoints,
        @Nullable String parent,
        Location location) {

    public Service {
        endpoints = List.copyOf(endpoints);
    }
}
