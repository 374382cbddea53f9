package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Takes what is said of releases, as wholes or by configuration, with the evidence on which an absence
/// rests.
@Component
class PresenceAnswers {

    private static final String CONFIGURATIONS = "configurations";

    private final PresenceRepository presences;
    private final PresenceConfigurationRepository configured;
    private final PresenceEvidences evidences;
    private final AuditTrail audit;

    PresenceAnswers(
            PresenceRepository presences,
            PresenceConfigurationRepository configured,
            PresenceEvidences evidences,
            AuditTrail audit) {
        this.presences = presences;
        this.configured = configured;
        this.evidences = evidences;
        this.audit = audit;
    }

    /// @param before          as it is, and locked
    /// @param releases        answered as wholes
    /// @param configurations  by release, of releases that are answered by them
    void answer(
            Actor actor,
            Reader reader,
            Assessment before,
            Set<UUID> releases,
            Map<UUID, Set<UUID>> configurations,
            PresenceAnswer answer) {
        if (releases.isEmpty() && configurations.isEmpty()) {
            throw TypedText.refused("releases", "No release is chosen.", "are missing");
        }
        check(before.id(), releases, configurations);
        Set<UUID> all = new HashSet<>(releases);
        all.addAll(configurations.keySet());
        Map<UUID, List<Assessment.Ground>> grounds = grounds(reader, before, all, answer);
        if (!releases.isEmpty()) {
            if (presences.answer(before.id(), releases, answer, grounds) != releases.size()) {
                throw TypedText.refused(
                        "releases", "A release that was chosen is not in this assessment.", "are not all of it");
            }
            configured.forget(before.id(), releases);
        }
        configurations.forEach((release, some) -> {
            configured.answer(before.id(), release, some, answer, grounds.getOrDefault(release, List.of()));
            settle(before.id(), release);
        });
        record(actor, before.id(), releases, configurations, answer);
    }

    private void check(AssessmentId id, Set<UUID> releases, Map<UUID, Set<UUID>> configurations) {
        Map<UUID, Map<UUID, String>> known = configurations.isEmpty() ? Map.of() : configured.known(id);
        configurations.forEach((release, some) -> {
            if (releases.contains(release)) {
                throw TypedText.refused(
                        CONFIGURATIONS,
                        "A release is answered as a whole or by its configurations, not both at once.",
                        "are of a release that is chosen as a whole");
            }
            if (some == null || some.isEmpty()) {
                throw TypedText.refused(
                        CONFIGURATIONS, "No configuration of a release is chosen.", "are missing for a release");
            }
            Map<UUID, String> holding = known.get(release);
            if (holding == null || !holding.keySet().containsAll(some)) {
                throw TypedText.refused(
                        CONFIGURATIONS,
                        "A configuration that was chosen does not hold the release, or is archived.",
                        "do not all hold the release");
            }
        });
    }

    /// Lets the row of a release say what the worst of its configurations is.
    private void settle(AssessmentId id, UUID release) {
        List<Assessment.Configured> all = configured.list(id).getOrDefault(release, List.of());
        Assessment.Configured worst = Assessment.Configured.worst(all);
        PresenceAnswer whole = new PresenceAnswer(
                worst.presence(),
                worst.justification(),
                worst.presence() == Presence.ABSENT ? "Absent in each of its configurations." : "",
                all.stream()
                        .filter(one -> one.presence() == Presence.UNDETERMINED)
                        .map(Assessment.Configured::recheckOn)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
        presences.answer(id, Set.of(release), whole, Map.of());
    }

    private void record(
            Actor actor,
            AssessmentId id,
            Set<UUID> releases,
            Map<UUID, Set<UUID>> configurations,
            PresenceAnswer answer) {
        Justification justification = answer.justification();
        audit.record(
                actor,
                Act.of("assessment.presence-answered", SignedPart.RECORD, id.toString())
                        .after("presence", answer.presence().word())
                        .after("justification", justification == null ? null : justification.word())
                        .after("releases", words(releases))
                        .after(
                                CONFIGURATIONS,
                                configurations.isEmpty()
                                        ? null
                                        : configurations.entrySet().stream()
                                                .map(one -> one.getKey() + ": " + words(one.getValue()))
                                                .sorted()
                                                .collect(Collectors.joining("; ")))
                        .after("evidence", answer.evidence())
                        .after(
                                "leansOn",
                                answer.leansOn().isEmpty()
                                        ? null
                                        : answer.leansOn().stream().sorted().collect(Collectors.joining(" ")))
                        .personal("evidence"));
    }

    private static String words(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }

    /// The evidence that an answer names, as it is now, by release.
    private Map<UUID, List<Assessment.Ground>> grounds(
            Reader reader, Assessment before, Set<UUID> releases, PresenceAnswer answer) {
        Map<UUID, List<Assessment.Ground>> grounds = new HashMap<>();
        if (answer.leansOn().isEmpty()) {
            return grounds;
        }
        Set<String> left = new HashSet<>(answer.leansOn());
        for (Assessment.Place place : before.releases()) {
            UUID release = place.release();
            if (!releases.contains(release)) {
                continue;
            }
            for (PresenceEvidence one : evidences.of(reader, before, release).of(release)) {
                if (answer.leansOn().contains(one.key())) {
                    grounds.computeIfAbsent(release, _ -> new ArrayList<>()).add(ground(one));
                    left.remove(one.key());
                }
            }
        }
        if (!left.isEmpty()) {
            throw TypedText.refused(
                    "leansOn",
                    "This evidence speaks of none of the releases that were chosen: %s."
                            .formatted(left.stream().sorted().collect(Collectors.joining(", "))),
                    "speaks of none of the releases");
        }
        return grounds;
    }

    private static Assessment.Ground ground(PresenceEvidence one) {
        if (one.points() == Presence.PRESENT) {
            throw TypedText.refused(
                    "leansOn",
                    "An absence cannot rest on what says that it is there: %s."
                            .formatted(one.ground().words()),
                    "says that it is there");
        }
        return one.ground();
    }
}
