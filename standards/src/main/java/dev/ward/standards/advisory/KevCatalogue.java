package dev.ward.standards.advisory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What CISA's catalogue says of itself.
///
/// @param version   `2025.08.25`
/// @param released  null when it does not say, or says no time
/// @param count     how many entries it has; null when it does not say
///
/// Source: CISA, Known Exploited Vulnerabilities Catalog, JSON schema.
public record KevCatalogue(
        String version,
        @Nullable Instant released,
        @Nullable Long count) {}
