package dev.ward.cli.index;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.match.Matching;
import dev.ward.standards.match.StatementCode;
import dev.ward.standards.match.Varint;
import dev.ward.standards.match.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the vulnerabilities that reach components, by an index.
///
/// Most statements are decided by their sort keys alone. The rest, and every explanation, come from `Matching`.
public final class Matcher {

    private final IndexFile index;

    public Matcher(IndexFile index) {
        this.index = index;
    }

    /// One statement that hits a component.
    ///
    /// @param record     place of the record in the index
    /// @param statement  number of the statement in the record
    private record Hit(long record, int statement) {}

    /// The findings of one component, in no order.
    public List<Finding> find(ComponentIdentity component, DeviceConfiguration device) {
        Map<Hit, MatchKeys.Use> hits = new LinkedHashMap<>();
        for (MatchKeys.Key key : MatchKeys.of(component)) {
            Varint.Cursor at = index.find(IndexFormat.entryKey(key));
            if (at != null) {
                for (int i = at.varint(); i > 0; i--) {
                    look(at, key.use(), component, device, hits);
                }
            }
        }
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Hit>> byVulnerability = new LinkedHashMap<>();
        for (Hit hit : hits.keySet()) {
            byVulnerability
                    .computeIfAbsent(index.groupOf(hit.record), absent -> new ArrayList<>(1))
                    .add(hit);
        }
        List<Finding> findings = new ArrayList<>(byVulnerability.size());
        byVulnerability.forEach((group, own) -> findings.add(new Finding(
                component,
                index.vulnerability(group),
                own.stream().allMatch(hit -> hits.get(hit) == MatchKeys.Use.NAME),
                () -> explain(component, device, own))));
        return findings;
    }

    private void look(
            Varint.Cursor at,
            MatchKeys.Use use,
            ComponentIdentity component,
            DeviceConfiguration device,
            Map<Hit, MatchKeys.Use> hits) {
        Hit hit = new Hit(at.varlong(), at.varint());
        boolean plain = at.varint() == 1;
        Verdict verdict = Verdict.UNAFFECTED;
        for (int i = at.varint(); i > 0; i--) {
            Verdict one = StatementCode.evaluate(at, component, use);
            verdict = one.compareTo(verdict) < 0 ? one : verdict;
        }
        boolean sure = plain && verdict == Verdict.AFFECTED;
        if (sure
                || (verdict.compareTo(Verdict.UNDETERMINED) <= 0
                        && explain(component, device, hit).isPresent())) {
            hits.putIfAbsent(hit, use);
        }
    }

    private Optional<Match> explain(ComponentIdentity component, DeviceConfiguration device, Hit hit) {
        Advisory record = index.record(hit.record);
        return Matching.match(
                component, device, record.source() + " " + record.id(), index.affected(hit.record, hit.statement));
    }

    private List<Match> explain(ComponentIdentity component, DeviceConfiguration device, List<Hit> hits) {
        return hits.stream()
                .flatMap(hit -> explain(component, device, hit).stream())
                .distinct()
                .sorted(Comparator.comparing(Match::confidence)
                        .thenComparing(Match::kind)
                        .thenComparing(Match::source))
                .toList();
    }
}
