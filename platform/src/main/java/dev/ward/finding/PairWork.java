package dev.ward.finding;

import dev.ward.finding.MatchRepository.StoredStatement;
import dev.ward.sbom.Sboms;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.codec.AffectedCodec;
import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.match.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out pairs as they come, some thousands at a time, so that memory does not grow with their number.
final class PairWork {

    private static final int BATCH = 2_000;
    private static final int MOST_IDENTITIES = 20_000;

    private final Sboms sboms;
    private final MatchRepository matches;
    private final DeviceRepository devices;
    private final List<Pair> waiting = new ArrayList<>(BATCH);
    private final Map<Long, List<ComponentIdentity>> identities = new HashMap<>();

    PairWork(Sboms sboms, MatchRepository matches, DeviceRepository devices) {
        this.sboms = sboms;
        this.matches = matches;
        this.devices = devices;
    }

    private record Hit(long componentId, StatementId statement) {}

    private record Question(Hit hit, List<ComponentIdentity> component, StoredStatement stored, Affected affected) {

        Optional<StagedMatch> answer() {
            return PairEvaluation.match(component, DeviceConfiguration.of(component), stored.source(), affected)
                    .map(match ->
                            new StagedMatch(hit.componentId, hit.statement, null, stored.vulnerabilityId(), match));
        }
    }

    void take(Pair pair) {
        waiting.add(pair);
        if (waiting.size() == BATCH) {
            finish();
        }
    }

    /// Works out what is waiting.
    void finish() {
        loadIdentities();
        Set<Hit> possible = new HashSet<>();
        for (Pair pair : waiting) {
            if (PairEvaluation.isPossible(pair, identitiesOf(pair.componentId()))) {
                possible.add(new Hit(pair.componentId(), pair.statement()));
            }
        }
        waiting.clear();
        if (!possible.isEmpty()) {
            workOut(possible);
        }
    }

    private List<ComponentIdentity> identitiesOf(long componentId) {
        return identities.getOrDefault(componentId, List.of());
    }

    private void loadIdentities() {
        if (identities.size() > MOST_IDENTITIES) {
            identities.clear();
        }
        List<Long> missing = waiting.stream()
                .map(Pair::componentId)
                .distinct()
                .filter(id -> !identities.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            identities.putAll(sboms.identitiesOf(missing));
        }
    }

    private void workOut(Set<Hit> possible) {
        Map<StatementId, StoredStatement> statements = matches.statements(
                possible.stream().map(Hit::statement).distinct().toList());
        Map<StatementId, Affected> read = new LinkedHashMap<>();
        List<Question> questions = new ArrayList<>();
        List<Hit> ofDevices = new ArrayList<>();
        for (Hit hit : possible) {
            StoredStatement stored = statements.get(hit.statement());
            if (stored == null) {
                continue; // its record was revised or set apart meanwhile; a later change set brings it again
            }
            Affected affected = read.computeIfAbsent(hit.statement(), id -> decode(stored));
            List<ComponentIdentity> component = identitiesOf(hit.componentId());
            if (Matching.looksAtDevice(affected) && hasCpe(component)) {
                ofDevices.add(hit);
            } else {
                questions.add(new Question(hit, component, stored, affected));
            }
        }
        matches.stage(
                questions.parallelStream().flatMap(one -> one.answer().stream()).toList());
        devices.keep(
                ofDevices.stream().map(Hit::componentId).toList(),
                ofDevices.stream().map(Hit::statement).toList());
    }

    static Affected decode(StoredStatement stored) {
        return AffectedCodec.decode(new ByteReader(stored.affected()), null);
    }

    private static boolean hasCpe(List<ComponentIdentity> component) {
        return component.stream().anyMatch(identity -> !identity.cpes().isEmpty());
    }
}
