package dev.ward.cli.index;

import dev.ward.standards.codec.CriteriaFilter;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.match.MatchKind;
import dev.ward.standards.match.Matching;
import dev.ward.standards.match.StatementCode;
import dev.ward.standards.match.Varint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the vulnerabilities that reach components, by an index.
///
/// Most statements are decided by their sort keys alone. The rest, and every explanation, come from `Matching`.
public final class Matcher {

    private static final MatchKeys.Decision[] DECISIONS = MatchKeys.Decision.values();

    private final IndexFile index;

    public Matcher(IndexFile index) {
        this.index = index;
    }

    /// One statement that hits a component.
    ///
    /// @param place      place of the record in the index
    /// @param record     number of the record
    /// @param statement  number of the statement in the record
    private record Hit(long place, int record, int statement) {}

    /// A component in its device, and what is known of it so far.
    ///
    /// @param open       whether it states no more of itself than product and version
    /// @param byName     whether only the name led to each hit
    /// @param explained  matches that had to be worked out to know whether they are any
    private record Look(
            ComponentIdentity component,
            DeviceConfiguration device,
            @Nullable CriteriaFilter filter,
            boolean open,
            Map<Hit, Boolean> byName,
            Map<Hit, Match> explained) {}

    /// The findings of one component, in no order.
    public List<Finding> find(ComponentIdentity component, DeviceConfiguration device) {
        Look look = new Look(
                component,
                device,
                CriteriaFilter.of(component),
                component.leavesAttributesOpen(),
                new LinkedHashMap<>(),
                new HashMap<>(4));
        for (MatchKeys.Key key : MatchKeys.of(component)) {
            Varint.Cursor at = index.find(IndexFormat.entryKey(key));
            if (at != null) {
                for (int i = at.varint(); i > 0; i--) {
                    look(at, key.use(), look);
                }
            }
        }
        return look.byName.isEmpty() ? List.of() : findings(look);
    }

    private List<Finding> findings(Look look) {
        Map<Long, List<Hit>> byVulnerability = new LinkedHashMap<>();
        for (Hit hit : look.byName.keySet()) {
            byVulnerability
                    .computeIfAbsent(index.groupOf(hit.record), absent -> new ArrayList<>(1))
                    .add(hit);
        }
        List<Finding> findings = new ArrayList<>(byVulnerability.size());
        byVulnerability.forEach((group, hits) -> findings.add(new Finding(
                look.component,
                index.vulnerability(group),
                hits.stream().allMatch(hit -> look.byName.getOrDefault(hit, false)),
                () -> explain(hits, look))));
        return findings;
    }

    /// Looks at one entry; the cursor moves behind it.
    private void look(Varint.Cursor at, MatchKeys.Use use, Look look) {
        Hit hit = new Hit(at.varlong(), at.varint(), at.varint());
        MatchKeys.Decision decision = DECISIONS[at.varint()];
        StatementCode.Answer answer = StatementCode.Answer.UNAFFECTED;
        for (int i = at.varint(); i > 0; i--) {
            answer = answer.or(StatementCode.evaluate(at, look.component, use));
        }
        if (answer.compareTo(StatementCode.Answer.UNDETERMINED) > 0 || look.byName.containsKey(hit)) {
            return;
        }
        if (answer != StatementCode.Answer.ASK && isDecided(decision, look)) {
            look.byName.put(hit, use == MatchKeys.Use.NAME);
            return;
        }
        explain(hit, look).ifPresent(match -> {
            look.byName.put(hit, match.kind() == MatchKind.NAME);
            look.explained.put(hit, match);
        });
    }

    private static boolean isDecided(MatchKeys.Decision decision, Look look) {
        return switch (decision) {
            case VERSIONS -> true;
            case VERSIONS_IF_OPEN -> look.open;
            case FULL -> false;
        };
    }

    private Optional<Match> explain(Hit hit, Look look) {
        Match known = look.explained.get(hit);
        if (known != null) {
            return Optional.of(known);
        }
        IndexFile.Statement statement = index.statement(hit.place, hit.statement, look.filter);
        return Matching.match(look.component, look.device, statement.source(), statement.affected());
    }

    private List<Match> explain(List<Hit> hits, Look look) {
        return hits.stream()
                .flatMap(hit -> explain(hit, look).stream())
                .distinct()
                .sorted(Comparator.comparing(Match::confidence)
                        .thenComparing(Match::kind)
                        .thenComparing(Match::source))
                .toList();
    }
}
