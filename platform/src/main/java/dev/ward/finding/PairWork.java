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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Works out pairs as they come, some thousands at a time, so that memory does not grow with their number.
final class PairWork {

    private static final int BATCH = 2_000;
    private static final int MOST_IDENTITIES = 20_000;

    private final Sboms sboms;
    private final MatchRepository matches;
    private final DeviceQuestionRepository devices;
    private final List<Pair> waiting = new ArrayList<>(BATCH);
    private final Map<Long, List<ComponentIdentity>> identities = new HashMap<>();

    PairWork(Sboms sboms, MatchRepository matches, DeviceQuestionRepository devices) {
        this.sboms = sboms;
        this.matches = matches;
        this.devices = devices;
    }

    private record Hit(long componentId, StatementId statement) {}

    /// What a statement comes to.
    ///
    /// @param ofDevices  where it depends on what runs beside the component
    private record Answer(List<StagedMatch> matches, List<Hit> ofDevices) {}

    void take(Pair pair) {
        waiting.add(pair);
        if (waiting.size() == BATCH) {
            finish();
        }
    }

    /// Works out what is waiting.
    void finish() {
        loadIdentities();
        Map<StatementId, Set<Long>> possible = new LinkedHashMap<>();
        for (Pair pair : waiting) {
            if (PairEvaluation.isPossible(pair, identitiesOf(pair.componentId()))) {
                possible.computeIfAbsent(pair.statement(), _ -> new LinkedHashSet<>())
                        .add(pair.componentId());
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

    /// @param possible  components by statement
    private void workOut(Map<StatementId, Set<Long>> possible) {
        List<Answer> answers = matches.statements(possible.keySet()).entrySet().parallelStream()
                .map(found -> answer(found.getKey(), found.getValue(), possible.getOrDefault(found.getKey(), Set.of())))
                .toList();
        matches.stage(answers.stream().flatMap(one -> one.matches().stream()).toList());
        List<Hit> ofDevices =
                answers.stream().flatMap(one -> one.ofDevices().stream()).toList();
        devices.keep(
                ofDevices.stream().map(Hit::componentId).toList(),
                ofDevices.stream().map(Hit::statement).toList());
    }

    private Answer answer(StatementId statement, StoredStatement stored, Set<Long> components) {
        Affected affected = decode(stored);
        boolean looksAtDevice = Matching.looksAtDevice(affected);
        Answer answer = new Answer(new ArrayList<>(), new ArrayList<>());
        for (long id : components) {
            List<ComponentIdentity> component = identitiesOf(id);
            if (looksAtDevice && hasCpe(component)) {
                answer.ofDevices.add(new Hit(id, statement));
            } else {
                PairEvaluation.match(component, DeviceConfiguration.of(component), stored.source(), affected)
                        .map(match -> new StagedMatch(id, statement, null, stored.vulnerabilityId(), match))
                        .ifPresent(answer.matches::add);
            }
        }
        return answer;
    }

    static Affected decode(StoredStatement stored) {
        return AffectedCodec.decode(new ByteReader(stored.affected()), null);
    }

    private static boolean hasCpe(List<ComponentIdentity> component) {
        return component.stream().anyMatch(identity -> !identity.cpes().isEmpty());
    }
}
