package dev.ward.standards.sbom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an SBOM says of itself; known when it has been read to its end.
///
/// @param format       `CycloneDX` or `SPDX`
/// @param specVersion  as stated: `1.6`, `SPDX-2.3`
/// @param timestamp    null when absent or not readable
public record SbomDocument(
        String format,
        String specVersion,
        @Nullable String serialNumber,
        @Nullable String version,
        @Nullable Instant timestamp,
        List<String> authors,
        List<String> tools,
        @Nullable String supplier,
        List<Component.Property> properties) {

    public SbomDocument {
        authors = List.copyOf(authors);
        tools = List.copyOf(tools);
        properties = List.copyOf(properties);
    }
}
