package dev.ward.sbom;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release whose current SBOM lists a component.
///
/// @param occurrences  how often it lists it
public record Holder(
        UUID release,
        UUID product,
        String productName,
        @Nullable String modelName,
        String version,
        SnapshotId snapshot,
        int occurrences) {}
