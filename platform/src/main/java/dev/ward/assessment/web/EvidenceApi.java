package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.ConfiguredReleases;
import dev.ward.assessment.Coverage;
import dev.ward.assessment.CoveredRelease;
import dev.ward.assessment.Presence;
import dev.ward.assessment.PresenceEvidence;
import dev.ward.assessment.PresenceEvidences;
import dev.ward.assessment.Reachabilities;
import dev.ward.assessment.Reachability;
import dev.ward.document.Arrival;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What speaks of a vulnerability in the releases of an assessment, for programs; tools say here what
/// they found.
@RestController
@RequestMapping("/api/v1/assessments/{id}")
class EvidenceApi {

    private final Assessments assessments;
    private final PresenceEvidences evidences;
    private final ConfiguredReleases configured;
    private final Coverage coverage;
    private final Reachabilities reachabilities;
    private final Arrivals arrivals;
    private final CurrentActor actor;
    private final Visibility visibility;

    EvidenceApi(
            Assessments assessments,
            PresenceEvidences evidences,
            ConfiguredReleases configured,
            Coverage coverage,
            Reachabilities reachabilities,
            Arrivals arrivals,
            CurrentActor actor,
            Visibility visibility) {
        this.assessments = assessments;
        this.evidences = evidences;
        this.configured = configured;
        this.coverage = coverage;
        this.reachabilities = reachabilities;
        this.arrivals = arrivals;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param key      by which `PUT …/presence` names it in `leansOn`
    /// @param release  null when it is found at none
    /// @param points   `present` or `absent`; null where it settles nothing
    record ItemBody(
            String key,
            @Nullable UUID release,
            String kind,
            String subject,
            String says,
            String because,
            String by,
            @Nullable Instant at,
            String words,
            @Nullable String points) {

        static ItemBody of(PresenceEvidence one) {
            Presence points = one.points();
            return new ItemBody(
                    one.key(),
                    one.release(),
                    one.kind().word(),
                    one.subject(),
                    one.says(),
                    one.because(),
                    one.by(),
                    one.at(),
                    one.words(),
                    points == null ? null : points.word());
        }
    }

    record ReachedBody(UUID release, long reached, long unknown, long all) {}

    @GetMapping("/reached")
    @Summary("Counts the devices in the field that releases which are answered by configuration reach")
    @Requires(Permission.FINDING_READ)
    List<ReachedBody> reached(@PathVariable AssessmentId id) {
        Assessment assessment = assessments.get(visibility.reader(), id);
        return configured.reached(visibility.reader(), assessment).entrySet().stream()
                .map(one -> new ReachedBody(
                        one.getKey(),
                        one.getValue().reached(),
                        one.getValue().unknown(),
                        one.getValue().all()))
                .toList();
    }

    /// @param version  of the decision
    /// @param until    the first day on which it is covered no more
    record CoveredBody(UUID release, String name, String components, int version, String verdict, LocalDate until) {

        static CoveredBody of(CoveredRelease one) {
            return new CoveredBody(
                    one.release(),
                    one.name(),
                    one.components(),
                    one.version(),
                    one.verdict().word(),
                    one.until());
        }
    }

    @GetMapping("/covered")
    @Summary("Lists further releases that the decision covers now")
    @Requires(Permission.FINDING_READ)
    List<CoveredBody> covered(@PathVariable AssessmentId id) {
        assessments.get(visibility.reader(), id);
        return coverage.ofAssessment(visibility.reader(), id).stream()
                .map(CoveredBody::of)
                .toList();
    }

    record DisagreementBody(UUID release, List<String> because) {}

    /// @param cut  whether more is said than is listed
    record EvidenceBody(List<ItemBody> items, List<DisagreementBody> disagreements, boolean cut) {}

    @GetMapping("/evidence")
    @Summary("Lists what speaks of the vulnerability in the releases, and where it disagrees with the answers")
    @Requires(Permission.FINDING_READ)
    EvidenceBody evidence(@PathVariable AssessmentId id) {
        Assessment assessment = assessments.get(visibility.reader(), id);
        PresenceEvidences.Evidence evidence = evidences.of(visibility.reader(), assessment);
        return new EvidenceBody(
                evidence.items().stream().map(ItemBody::of).toList(),
                assessment.releases().stream()
                        .map(place -> new DisagreementBody(place.release(), evidence.disagreements(place)))
                        .filter(one -> !one.because().isEmpty())
                        .toList(),
                evidence.cut());
    }

    /// @param answers  by field: release, component, reachable, tool, toolVersion, words
    record ReachabilityBody(@Nullable Map<String, String> answers) {}

    record AddedBody(UUID id) {}

    @PostMapping("/reachability")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Says whether the vulnerable code of a component can be reached")
    @Requires(Permission.ASSESSMENT_WRITE)
    AddedBody add(@PathVariable AssessmentId id, @RequestBody ReachabilityBody body) {
        Map<String, String> answers = body.answers() == null ? Map.of() : body.answers();
        return new AddedBody(reachabilities.add(actor.get(), visibility.reader(), id, EvidencePages.read(answers)));
    }

    @PostMapping("/reachability/{entry}/file")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Keeps a file that shows it: the body as it is")
    @Requires(Permission.ASSESSMENT_WRITE)
    void attach(
            @PathVariable AssessmentId id,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "evidence") String name,
            HttpServletRequest request)
            throws IOException {
        reachabilities.list(visibility.reader(), id);
        try (InputStream in = request.getInputStream();
                Arrival arrival = arrivals.receive(in, EvidencePages.MOST_BYTES)) {
            reachabilities.attach(actor.get(), visibility.reader(), id, entry, arrival, name);
        }
    }

    @GetMapping("/reachability/{entry}/files/{file}")
    @Summary("Gives a file that shows whether code can be reached, byte for byte")
    @Requires(Permission.FINDING_READ)
    void file(
            @PathVariable AssessmentId id,
            @PathVariable UUID entry,
            @PathVariable UUID file,
            HttpServletResponse response)
            throws IOException {
        Reachability.KeptFile kept = reachabilities.list(visibility.reader(), id).stream()
                .filter(one -> one.id().equals(entry))
                .flatMap(one -> one.files().stream())
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no file \"%s\".".formatted(file)));
        arrivals.send(response, kept.name(), kept.size(), kept.sha256());
    }
}
