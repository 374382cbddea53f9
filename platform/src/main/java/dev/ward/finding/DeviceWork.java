package dev.ward.finding;

import dev.ward.finding.DeviceQuestionRepository.Question;
import dev.ward.finding.MatchRepository.StoredStatement;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Sboms;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Works out what depends on the device, one release after the other.
final class DeviceWork {

    private static final int BATCH = 1_000;

    private final Sboms sboms;
    private final MatchRepository matches;

    DeviceWork(Sboms sboms, MatchRepository matches) {
        this.sboms = sboms;
        this.matches = matches;
    }

    void ask(List<Question> questions) {
        Map<UUID, List<Question>> byRelease = new LinkedHashMap<>();
        questions.forEach(one -> byRelease
                .computeIfAbsent(one.releaseId(), absent -> new ArrayList<>())
                .add(one));
        byRelease.forEach(this::ask);
    }

    private void ask(UUID release, List<Question> questions) {
        DeviceConfiguration device = DeviceConfiguration.of(sboms.componentsOf(new ReleaseId(release)));
        for (int from = 0; from < questions.size(); from += BATCH) {
            ask(release, device, questions.subList(from, Math.min(questions.size(), from + BATCH)));
        }
    }

    private void ask(UUID release, DeviceConfiguration device, List<Question> questions) {
        Map<StatementId, StoredStatement> statements = matches.statements(
                questions.stream().map(Question::statement).distinct().toList());
        Map<Long, List<ComponentIdentity>> identities = sboms.identitiesOf(
                questions.stream().map(Question::componentId).distinct().toList());
        List<StagedMatch> staged = new ArrayList<>();
        for (Question question : questions) {
            StoredStatement stored = statements.get(question.statement());
            List<ComponentIdentity> component = identities.getOrDefault(question.componentId(), List.of());
            if (stored != null) {
                PairEvaluation.match(component, device, stored.source(), PairWork.decode(stored))
                        .ifPresent(match -> staged.add(new StagedMatch(
                                question.componentId(),
                                question.statement(),
                                release,
                                stored.vulnerabilityId(),
                                match)));
            }
        }
        matches.stage(staged);
    }
}
