package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.performance.Approvals;
import dev.ward.performance.Difference;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.PerformanceDraft;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.Subject;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Essential performance for programs, under the id of a model, or of a product that has no models.
@RestController
@RequestMapping("/api/v1/performance/{id}")
@Requires(Permission.PRODUCT_READ)
class PerformanceApi {

    private final PerformancePlaces places;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final Approvals approvals;
    private final Signing signing;
    private final CurrentActor actor;

    PerformanceApi(
            PerformancePlaces places,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            Approvals approvals,
            Signing signing,
            CurrentActor actor) {
        this.places = places;
        this.performances = performances;
        this.drafts = drafts;
        this.approvals = approvals;
        this.signing = signing;
        this.actor = actor;
    }

    /// @param before  null when it was not said before
    /// @param after   null when it is no longer said
    record DifferenceView(
            UUID function,
            String name,
            String label,
            @Nullable String before,
            @Nullable String after) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.id().value(),
                    difference.function(),
                    difference.label(),
                    difference.before(),
                    difference.after());
        }
    }

    /// What is to be the draft.
    record DraftBody(List<FunctionBody> functions) {}

    /// @param identifier  the e-mail address, for the first signature of a series
    /// @param code        that the signer's app shows, where they have one
    /// @param zone        where the signer is, `Europe/Berlin`; UTC when it is not told
    /// @param sha256      of the draft that the person saw
    record ApprovalBody(
            @Nullable String identifier,
            @Nullable String password,
            @Nullable String code,
            @Nullable String zone,
            @Nullable String sha256) {

        Shown shown() {
            Map<String, String> fields = new HashMap<>();
            put(fields, "identifier", identifier);
            put(fields, "password", password);
            put(fields, "code", code);
            put(fields, "zone", zone);
            return Shown.of(fields);
        }

        private static void put(Map<String, String> fields, String name, @Nullable String value) {
            if (value != null) {
                fields.put(name, value);
            }
        }
    }

    @GetMapping
    @Summary("Gives the version in force of a model's essential performance")
    VersionView.ApprovedVersion get(@PathVariable UUID id) {
        return performances
                .inForce(places.of(id))
                .map(VersionView.ApprovedVersion::of)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "No version is approved yet."));
    }

    @GetMapping("/versions")
    @Summary("Lists the approved versions, the newest first")
    Slice<VersionView.VersionSummary> versions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return performances.versions(places.of(id), after, Slice.limit(limit)).map(VersionView.VersionSummary::of);
    }

    @GetMapping("/versions/{number}")
    @Summary("Gives an approved version")
    VersionView.ApprovedVersion version(@PathVariable UUID id, @PathVariable int number) {
        return VersionView.ApprovedVersion.of(performances.version(places.of(id), number));
    }

    @GetMapping(path = "/versions/{number}/content", produces = MediaType.APPLICATION_JSON_VALUE)
    @Summary("Gives what was approved, byte for byte, as its SHA-256 was made")
    ResponseEntity<byte[]> content(@PathVariable UUID id, @PathVariable int number) {
        PerformanceVersion version = performances.version(places.of(id), number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(version.content().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/differences")
    @Summary("Tells what a version, or the draft, says otherwise than an earlier version")
    List<DifferenceView> differences(
            @PathVariable UUID id, @RequestParam int from, @RequestParam(required = false) @Nullable Integer to) {
        return performances.compare(places.of(id), from, to).stream()
                .map(DifferenceView::of)
                .toList();
    }

    @GetMapping("/draft")
    @Summary("Gives the draft, and what stands in the way of its approval")
    ResponseEntity<VersionView.DraftView> draft(@PathVariable UUID id) {
        return answer(performances
                .draft(places.of(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "Nothing is drafted.")));
    }

    @PutMapping("/draft")
    @Summary(
            "Describes all functions at once; where there is no draft, one is begun; with If-Match only over that revision")
    @Requires(Permission.PERFORMANCE_WRITE)
    ResponseEntity<VersionView.DraftView> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody DraftBody body) {
        Subject subject = places.of(id);
        Integer revision = seen == null
                ? null
                : (Integer) Revision.seen(
                        seen,
                        performances
                                .draft(subject)
                                .map(PerformanceDraft::revision)
                                .orElse(0));
        return answer(drafts.replace(
                actor.caller(),
                subject,
                Objects.requireNonNullElse(body.functions(), List.<FunctionBody>of()).stream()
                        .map(FunctionBody::function)
                        .toList(),
                revision));
    }

    @DeleteMapping("/draft")
    @Summary("Throws the draft away; what was approved stays in force")
    @Requires(Permission.PERFORMANCE_WRITE)
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        drafts.discard(actor.caller(), places.of(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/draft/approval")
    @Summary("Signs the draft as a person saw it, by which it is approved; no token can")
    @Requires(Permission.PERFORMANCE_APPROVE)
    VersionView.ApprovedVersion approve(@PathVariable UUID id, @RequestBody ApprovalBody body) {
        Subject subject = places.of(id);
        return VersionView.ApprovedVersion.of(approvals.approve(
                signing.confirm(actor.caller(), body.shown()), subject, Objects.requireNonNullElse(body.sha256(), "")));
    }

    private static ResponseEntity<VersionView.DraftView> answer(PerformanceDraft draft) {
        return ResponseEntity.ok().eTag(Revision.tag(draft.revision())).body(VersionView.DraftView.of(draft));
    }
}
