package dev.ward.home.demo;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.DeterminationPart;
import dev.ward.assessment.ExploitabilityPart;
import dev.ward.assessment.Exploitation;
import dev.ward.assessment.HarmPart;
import dev.ward.assessment.Justification;
import dev.ward.assessment.Known;
import dev.ward.assessment.Presence;
import dev.ward.assessment.PresenceAnswer;
import dev.ward.assessment.PrivacyHarm;
import dev.ward.assessment.SignedPart;
import dev.ward.assessment.Threats;
import dev.ward.assessment.Verdict;
import dev.ward.finding.FindingGrounds;
import dev.ward.identity.Reader;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.Release;
import dev.ward.signature.Signing;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricAnswer;
import dev.ward.standards.rubric.RubricQuestion;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Judges what some vulnerabilities mean for the demo's patients, and signs.
@Component
class DemoAssessments {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DAYS_OF_DOUBT = 60;
    private static final String SECURITY = "product-security";
    private static final String CLINICAL = "clinical-safety";

    private final DemoFile file;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Threats threats;
    private final Signing signing;
    private final FindingGrounds grounds;
    private final Clock clock;

    DemoAssessments(
            DemoFile file,
            Assessments assessments,
            Decisions decisions,
            Threats threats,
            Signing signing,
            FindingGrounds grounds,
            Clock clock) {
        this.file = file;
        this.assessments = assessments;
        this.decisions = decisions;
        this.threats = threats;
        this.signing = signing;
        this.grounds = grounds;
        this.clock = clock;
    }

    /// How far an assessment is.
    private enum Signed {
        EXPLOITABILITY,
        DECISION
    }

    /// @param rubric          questions with their answers; those that are not named are answered by no
    /// @param compromised     by the name of the essential function
    /// @param reassessInDays  null for an uncontrolled risk
    /// @param mitigation      null where nobody has said yet what is done about it
    private record Judged(
            String vulnerability,
            String product,
            List<Place> releases,
            String rubric,
            Exploitation exploitation,
            String evidence,
            Map<String, Compromise> compromised,
            String noneReason,
            @Nullable Known multiPatient,
            @Nullable PrivacyHarm privacy,
            String privacyWords,
            List<DeterminationPart.Control> controls,
            String rationale,
            @Nullable Verdict verdict,
            @Nullable Integer reassessInDays,
            @Nullable DemoMitigations mitigation,
            Signed signed) {}

    private record Place(
            Set<String> versions,
            Presence presence,
            @Nullable Justification justification,
            String evidence) {}

    /// @param severity  null for the worst of the function's loss
    private record Compromise(@Nullable HarmSeverity severity, String environment, String why) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        for (Judged one : file.all("assessments", Judged.class)) {
            names.releases(one.product())
                    .forEach(release -> awaitMatched(release.id().value()));
            judge(people, names, one);
        }
    }

    /// Matching follows what was loaded on its own.
    private void awaitMatched(UUID release) {
        Instant latest = clock.instant().plus(LONGEST);
        while (!grounds.isMatched(release)) {
            if (clock.instant().isAfter(latest)) {
                throw new IllegalStateException("the demo's release \"%s\" was not matched".formatted(release));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the demo was ended", e);
            }
        }
    }

    private void judge(DemoPeople people, DemoNames names, Judged one) {
        Reader reader = people.reader(SECURITY);
        AssessmentId id =
                assessments.open(people.actor(SECURITY), reader, one.vulnerability(), names.product(one.product()));
        place(people, names, one, id);
        assessments.answer(people.actor(SECURITY), reader, id, revision(reader, id), exploitability(one));
        Threats.Threat threat = threats.of(reader, assessments.get(reader, id));
        assessments.answer(people.actor(CLINICAL), reader, id, revision(reader, id), harm(one, threat));
        assessments.answer(people.actor(SECURITY), reader, id, revision(reader, id), result(one));
        DemoMitigations mitigation = one.mitigation();
        if (mitigation != null) {
            assessments.answer(
                    people.actor(SECURITY),
                    reader,
                    id,
                    revision(reader, id),
                    mitigation.of(assessments.get(reader, id).harm(), today()));
        }
        sign(people, SECURITY, id, SignedPart.EXPLOITABILITY);
        if (one.signed() == Signed.DECISION) {
            sign(people, CLINICAL, id, SignedPart.HARM);
            sign(people, SECURITY, id, SignedPart.RESULT_SECURITY);
            sign(people, CLINICAL, id, SignedPart.RESULT_CLINICAL_SAFETY);
        }
    }

    private int revision(Reader reader, AssessmentId id) {
        return assessments.get(reader, id).revision();
    }

    private void place(DemoPeople people, DemoNames names, Judged one, AssessmentId id) {
        Reader reader = people.reader(SECURITY);
        Map<UUID, String> versions = names.releases(one.product()).stream()
                .collect(Collectors.toMap(release -> release.id().value(), Release::version));
        Set<UUID> in = assessments.get(reader, id).releases().stream()
                .map(Assessment.Place::release)
                .collect(Collectors.toSet());
        for (Place place : one.releases()) {
            answer(people, id, in, versions, place);
            in.removeIf(release -> place.versions().contains(versions.get(release)));
        }
        answer(
                people,
                id,
                in,
                versions,
                new Place(Set.copyOf(versions.values()), Presence.UNDETERMINED, null, "Nobody has looked yet."));
    }

    private void answer(DemoPeople people, AssessmentId id, Set<UUID> in, Map<UUID, String> versions, Place place) {
        Set<UUID> chosen = in.stream()
                .filter(release -> place.versions().contains(versions.get(release)))
                .collect(Collectors.toSet());
        if (!chosen.isEmpty()) {
            Reader reader = people.reader(SECURITY);
            assessments.answer(
                    people.actor(SECURITY),
                    reader,
                    id,
                    revision(reader, id),
                    chosen,
                    new PresenceAnswer(
                            place.presence(),
                            place.justification(),
                            place.evidence(),
                            today().plusDays(DAYS_OF_DOUBT)));
        }
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static ExploitabilityPart exploitability(Judged one) {
        Map<String, String> said = new HashMap<>();
        for (String answer : one.rubric().split("/", -1)) {
            said.put(answer.substring(0, answer.indexOf(':')), answer.substring(answer.indexOf(':') + 1));
        }
        Map<String, RubricAnswer> answers = new HashMap<>();
        for (RubricQuestion question : MedicalDeviceRubric.questions()) {
            String key = said.getOrDefault(question.id(), RubricAnswer.NO.key());
            question.answers().stream()
                    .filter(answer -> answer.key().equals(key))
                    .findFirst()
                    .ifPresent(answer -> answers.put(question.id(), answer));
        }
        return new ExploitabilityPart(answers, one.exploitation(), one.evidence(), null, Map.of(), null, "");
    }

    private static HarmPart harm(Judged one, Threats.Threat threat) {
        List<HarmPart.Compromised> compromised = threat.functions().stream()
                .filter(function -> one.compromised().containsKey(function.name()))
                .map(function -> compromised(
                        function, Objects.requireNonNull(one.compromised().get(function.name()))))
                .toList();
        return new HarmPart(compromised, one.noneReason(), one.multiPatient(), one.privacy(), one.privacyWords());
    }

    private static HarmPart.Compromised compromised(Threats.Threatened function, Compromise said) {
        return new HarmPart.Compromised(
                function.function(),
                function.name(),
                function.model(),
                function.version(),
                function.worst(),
                Objects.requireNonNullElse(said.severity(), function.worst()),
                said.environment(),
                said.why());
    }

    private DeterminationPart result(Judged one) {
        Integer days = one.reassessInDays();
        return new DeterminationPart(
                one.controls(),
                Map.of(),
                null,
                null,
                "",
                one.verdict(),
                one.rationale(),
                days == null ? null : today().plusDays(days),
                List.of());
    }

    private void sign(DemoPeople people, String role, AssessmentId id, SignedPart part) {
        Reader reader = people.reader(role);
        String seen = assessments.standing(reader, id).sha256(part);
        decisions.sign(people.signer(role, signing), reader, id, part, seen);
    }
}
