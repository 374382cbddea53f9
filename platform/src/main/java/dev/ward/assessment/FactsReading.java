package dev.ward.assessment;

import dev.ward.advisory.Advisories;
import dev.ward.advisory.AdvisoryRecord;
import dev.ward.advisory.KnownVulnerability;
import dev.ward.identity.Reader;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.match.Vulnerability;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads what the sources say of a vulnerability now.
@Component
class FactsReading {

    private final Advisories advisories;

    FactsReading(Advisories advisories) {
        this.advisories = advisories;
    }

    /// @param name  any of its names, or its id; one that no source knows is a flaw of our own
    VulnerabilityFacts of(Reader reader, String name) {
        Optional<KnownVulnerability> known = advisories.find(reader, name);
        return known.map(this::facts)
                .orElseGet(() -> new VulnerabilityFacts(name, null, "", null, null, null, null, List.of(), null));
    }

    private VulnerabilityFacts facts(KnownVulnerability known) {
        Vulnerability told = known.told();
        KevEntry kev = told.kev();
        EpssScore epss = told.epss();
        return new VulnerabilityFacts(
                told.id(),
                known.id().value(),
                told.summary(),
                kev == null ? null : kev.dateAdded(),
                told.exploitation(),
                epss == null ? null : BigDecimal.valueOf(epss.probability()).toPlainString(),
                epss == null ? null : epss.date() + ", " + epss.model(),
                told.severities().stream().map(FactsReading::said).toList(),
                known.records().stream()
                        .map(AdvisoryRecord::modified)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static VulnerabilityFacts.Said said(Severity severity) {
        CvssVector cvss = severity.cvss();
        return new VulnerabilityFacts.Said(
                severity.source(),
                severity.rating().name(),
                cvss == null ? null : Double.toString(cvss.score()),
                cvss == null ? null : cvss.vector());
    }
}
