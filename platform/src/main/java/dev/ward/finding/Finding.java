package dev.ward.finding;

import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.match.Confidence;
import dev.ward.standards.match.MatchKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vulnerability that reaches a component of a release.
///
/// @param kind           the rule of the surest match
/// @param openedAt       when it was first seen
/// @param closedAt       null while it is not closed
/// @param closedBecause  `component-gone` or `no-record-says-so`; null while it is not closed
public record Finding(
        FindingId id,
        Flaw vulnerability,
        Part component,
        Place release,
        FindingState state,
        MatchKind kind,
        Confidence confidence,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBecause) {

    /// What is known of the vulnerability.
    ///
    /// @param name            the CVE id where there is one
    /// @param severitySource  who gives the severity that is shown, the gravest; null when nobody does
    /// @param score           0.0 to 10.0; null when the rating is in words only
    /// @param vector          the CVSS vector; null when the rating is in words only
    /// @param kevSince        since when CISA lists it as exploited; null when it does not
    /// @param epss            0 to 1; null when there is no score, which differs from 0
    public record Flaw(
            UUID id,
            String name,
            List<String> aliases,
            String summary,
            SeverityRating severity,
            @Nullable String severitySource,
            @Nullable BigDecimal score,
            @Nullable String vector,
            @Nullable LocalDate kevSince,
            @Nullable Double epss) {

        public Flaw {
            aliases = List.copyOf(aliases);
        }
    }

    /// @param id    the component's public id
    /// @param row   its row; of no meaning outside
    /// @param cpe   the first of its CPE names
    public record Part(
            UUID id,
            long row,
            String name,
            @Nullable String version,
            @Nullable String purl,
            @Nullable String cpe) {

        /// Name and version, as people say it.
        public String label() {
            return version == null ? name : name + " " + version;
        }
    }

    public record Place(UUID id, UUID productId, String product, String version) {

        public String label() {
            return product + " " + version;
        }
    }
}
