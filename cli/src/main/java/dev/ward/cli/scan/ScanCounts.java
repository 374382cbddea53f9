package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.standards.cvss.SeverityRating;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The figures of a scan.
///
/// @param findings         without candidates
/// @param vulnerabilities  distinct ones among the findings
/// @param bySeverity       findings by their gravest rating
/// @param candidates       hits by name only, for a person to confirm
record ScanCounts(
        int sboms,
        int components,
        int affectedComponents,
        int findings,
        int vulnerabilities,
        int knownExploited,
        Map<SeverityRating, Integer> bySeverity,
        int candidates,
        long unread,
        int conflicts,
        long records) {

    static ScanCounts of(ScanResult result) {
        Map<SeverityRating, Integer> bySeverity = new EnumMap<>(SeverityRating.class);
        Set<String> vulnerabilities = new HashSet<>();
        int findings = 0;
        int candidates = 0;
        int exploited = 0;
        int components = 0;
        int affected = 0;
        for (ScannedSbom sbom : result.sboms()) {
            components += sbom.components();
            Set<Object> hit = new HashSet<>();
            for (Finding finding : sbom.findings()) {
                if (finding.isCandidate()) {
                    candidates++;
                    continue;
                }
                findings++;
                exploited += finding.vulnerability().kev() == null ? 0 : 1;
                vulnerabilities.add(finding.vulnerability().id());
                hit.add(finding.component());
                bySeverity.merge(finding.vulnerability().rating(), 1, Integer::sum);
            }
            affected += hit.size();
        }
        return new ScanCounts(
                result.sboms().size(),
                components,
                affected,
                findings,
                vulnerabilities.size(),
                exploited,
                bySeverity,
                candidates,
                result.unread().count(),
                result.conflicts().size(),
                result.sources().records());
    }

    int of(SeverityRating rating) {
        return bySeverity.getOrDefault(rating, 0);
    }
}
