package dev.ward.finding.web;

import dev.ward.finding.Evidence;
import dev.ward.finding.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A finding as the REST interface shows it.
record FindingBody(
        UUID id,
        String vulnerability,
        UUID vulnerabilityId,
        List<String> aliases,
        String summary,
        ComponentBody component,
        ReleaseBody release,
        String severity,
        @Nullable String severitySource,
        @Nullable CvssBody cvss,
        @Nullable KevBody kev,
        @Nullable Double epss,
        String state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        @Nullable MatchBody match) {

    record ComponentBody(
            UUID id,
            String name,
            @Nullable String version,
            @Nullable String purl,
            @Nullable String cpe) {}

    record ReleaseBody(UUID id, UUID productId, String product, String version) {}

    record CvssBody(@Nullable BigDecimal score, @Nullable String vector) {}

    record KevBody(LocalDate since) {}

    record MatchBody(
            String kind,
            String source,
            String recordState,
            String range,
            String version,
            String confidence,
            String why,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant endedAt) {

        static MatchBody of(Evidence evidence) {
            return new MatchBody(
                    evidence.kind().label(),
                    evidence.source(),
                    evidence.recordState().toLowerCase(Locale.ROOT),
                    evidence.range(),
                    evidence.version(),
                    evidence.confidence().label(),
                    evidence.why(),
                    evidence.firstSeen(),
                    evidence.lastSeen(),
                    evidence.endedAt());
        }
    }

    static FindingBody of(Finding finding, @Nullable Evidence surest) {
        Finding.Flaw flaw = finding.vulnerability();
        Finding.Part part = finding.component();
        Finding.Place place = finding.release();
        return new FindingBody(
                finding.id().value(),
                flaw.name(),
                flaw.id(),
                flaw.aliases(),
                flaw.summary(),
                new ComponentBody(part.id(), part.name(), part.version(), part.purl(), part.cpe()),
                new ReleaseBody(place.id(), place.productId(), place.product(), place.version()),
                flaw.severity().name().toLowerCase(Locale.ROOT),
                flaw.severitySource(),
                flaw.score() == null && flaw.vector() == null ? null : new CvssBody(flaw.score(), flaw.vector()),
                flaw.kevSince() == null ? null : new KevBody(flaw.kevSince()),
                flaw.epss(),
                finding.state().word(),
                finding.openedAt(),
                finding.closedAt(),
                finding.closedBecause(),
                surest == null ? null : MatchBody.of(surest));
    }
}
