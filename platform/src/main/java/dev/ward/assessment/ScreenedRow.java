package dev.ward.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a disposition, as it is shown.
///
/// @param release    product and version
/// @param component  name and version
/// @param line       as it stands in the manifest
/// @param objection  why the second discipline does not agree; null where it did not say so
public record ScreenedRow(
        UUID finding,
        String vulnerability,
        String release,
        String component,
        String line,
        boolean sampled,
        boolean stands,
        @Nullable Instant pulled,
        @Nullable String because,
        @Nullable String objection) {}
