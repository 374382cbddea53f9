package dev.ward.inspection.web;

import dev.ward.handling.CaseFile;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Comment;
import dev.ward.handling.Signal;
import dev.ward.handling.Step;
import dev.ward.handling.Task;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.inspection.Inspected;
import dev.ward.regulation.AwarenessEntry;
import dev.ward.regulation.Dossier;
import dev.ward.regulation.DueView;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.PauseEntry;
import dev.ward.signature.Signature;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Electronic copies of what is laid open to an inspector.
///
/// Source: 21 CFR 11.10(b).
@RestController
@RequestMapping("/api/v1/inspection/{id}")
@Requires(Permission.INSPECTION_READ)
class InspectedApi {

    private final Inspected inspected;
    private final CurrentActor actor;

    InspectedApi(Inspected inspected, CurrentActor actor) {
        this.inspected = inspected;
        this.actor = actor;
    }

    record SignalCopy(
            UUID id,
            String origin,
            Instant received,
            String title,
            @Nullable String text,
            String state,
            @Nullable String payloadSha256) {

        static SignalCopy of(Signal signal) {
            return new SignalCopy(
                    signal.id().value(),
                    signal.origin().word(),
                    signal.received(),
                    signal.title(),
                    signal.text(),
                    signal.state().word(),
                    signal.payload() == null ? null : signal.payload().sha256());
        }
    }

    record CommentCopy(Instant at, String by, @Nullable String product, String text) {

        static CommentCopy of(Comment comment) {
            return new CommentCopy(comment.at(), comment.author(), comment.productName(), comment.text());
        }
    }

    record TaskCopy(
            String title, @Nullable LocalDate due, @Nullable Instant done) {

        static TaskCopy of(Task task) {
            return new TaskCopy(task.title(), task.due(), task.done());
        }
    }

    /// @param due    as at the instant in it
    /// @param facts  as `./ward due` reads them, a JSON object as text
    record DueCopy(
            DueView due,
            List<AwarenessEntry> awareness,
            List<EvidenceEntry> evidence,
            List<EventRecord> events,
            List<PauseEntry> pauses,
            String facts) {

        static DueCopy of(Inspected.OfDue content) {
            Dossier dossier = content.due().dossier();
            return new DueCopy(
                    DueView.of(content.due()),
                    dossier.awareness(),
                    dossier.evidence(),
                    content.events(),
                    dossier.pauses(),
                    content.facts());
        }
    }

    record CaseCopy(
            String number,
            String title,
            @Nullable String description,
            String phase,
            List<String> vulnerabilities,
            Instant opened,
            @Nullable Instant closed,
            @Nullable String closedBecause,
            List<SignalCopy> signals,
            List<TaskCopy> tasks,
            List<CommentCopy> comments,
            List<CaseFile> files,
            List<Step> history,
            DueCopy due) {}

    @GetMapping("/cases/{number}")
    @Summary("Gives the electronic copy of a case that is laid open to the inspector")
    CaseCopy ofCase(@PathVariable UUID id, @PathVariable CaseNumber number, HttpServletRequest request) {
        Inspected.OfCase content = inspected.ofCase(actor.caller(), id, number, request.getRequestURI());
        VulnerabilityCase one = content.one();
        return new CaseCopy(
                one.number().text(),
                one.title(),
                one.description(),
                one.phase().word(),
                one.vulnerabilities(),
                one.opened(),
                one.closed(),
                one.closedBecause(),
                content.signals().stream().map(SignalCopy::of).toList(),
                content.tasks().stream().map(TaskCopy::of).toList(),
                content.comments().stream().map(CommentCopy::of).toList(),
                content.files(),
                content.history(),
                DueCopy.of(content.due()));
    }

    record SignatureCopy(
            String part,
            String meaning,
            String statement,
            String name,
            String role,
            Instant at,
            String localTime,
            String clock,
            String sha256,
            String seal,
            boolean stands) {

        static SignatureCopy of(Signature signature) {
            return new SignatureCopy(
                    signature.of().part(),
                    signature.meaning().word(),
                    signature.of().statement(),
                    signature.signerName(),
                    signature.signerRole(),
                    signature.at(),
                    signature.localTime(),
                    signature.clock().words(),
                    signature.of().sha256(),
                    signature.seal(),
                    signature.stands());
        }
    }

    /// @param content  the text that was signed; `sha256` is over its UTF-8
    record DecisionCopy(
            UUID assessment,
            String title,
            int version,
            Instant decided,
            String verdict,
            String content,
            String sha256,
            List<SignatureCopy> signatures) {}

    @GetMapping("/decisions/{assessment}")
    @Summary("Gives the electronic copy of a decision that is laid open to the inspector; the last version without one")
    DecisionCopy ofDecision(
            @PathVariable UUID id,
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        Inspected.OfDecision content =
                inspected.ofDecision(actor.caller(), id, assessment, version, request.getRequestURI());
        return new DecisionCopy(
                assessment,
                content.title(),
                content.one().version(),
                content.one().at(),
                content.one().verdict().word(),
                content.one().content(),
                content.one().sha256(),
                content.signatures().stream().map(SignatureCopy::of).toList());
    }
}
