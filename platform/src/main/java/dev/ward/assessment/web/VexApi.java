package dev.ward.assessment.web;

import dev.ward.assessment.VexDocuments;
import dev.ward.assessment.VexFile;
import dev.ward.assessment.VexId;
import dev.ward.assessment.past.PastVex;
import dev.ward.document.Arrival;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.JobAnswer;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// VEX of suppliers, and of our own from before Ward, for programs.
@RestController
@RequestMapping("/api/v1/vex")
class VexApi {

    private final VexDocuments documents;
    private final PastVex past;
    private final Arrivals arrivals;
    private final CurrentActor actor;
    private final Visibility visibility;

    VexApi(VexDocuments documents, PastVex past, Arrivals arrivals, CurrentActor actor, Visibility visibility) {
        this.documents = documents;
        this.past = past;
        this.arrivals = arrivals;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param lost  how many parts could not be read
    /// @param past  the import of past decisions that it became; null when nobody said that it is our
    ///              own
    record VexBody(
            UUID id,
            String format,
            String document,
            String author,
            String version,
            @Nullable Instant stated,
            Instant received,
            String receivedBy,
            String sha256,
            long size,
            int statements,
            int lost,
            @Nullable UUID past) {

        static VexBody of(VexFile file) {
            return new VexBody(
                    file.id().value(),
                    file.format().title(),
                    file.documentId(),
                    file.author(),
                    file.version(),
                    file.statedAt(),
                    file.receivedAt(),
                    file.receivedBy(),
                    file.sha256(),
                    file.size(),
                    file.statements(),
                    file.lost(),
                    file.past());
        }
    }

    record SaidBody(
            String vulnerability,
            String product,
            @Nullable String purl,
            String status,
            String justification,
            String words,
            @Nullable Instant at) {

        static SaidBody of(VexFile.Said said) {
            return new SaidBody(
                    said.vulnerability(),
                    said.product(),
                    said.purl(),
                    said.status().word(),
                    said.justification(),
                    said.words(),
                    said.at());
        }
    }

    @GetMapping
    @Summary("Lists VEX documents of suppliers and of our own, the last received first")
    @Requires(Permission.FINDING_READ)
    Slice<VexBody> list(
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return documents
                .list(visibility.reader(), vulnerability, after, Slice.limit(limit))
                .map(VexBody::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Takes a VEX document: the body as it is, CSAF, OpenVEX or CycloneDX in JSON")
    @Requires(Permission.ASSESSMENT_WRITE)
    VexBody take(@RequestParam(defaultValue = "vex.json") String name, HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream();
                Arrival arrival = arrivals.receive(in, VexDocuments.MOST_BYTES)) {
            return VexBody.of(documents.take(actor.get(), arrival, name));
        }
    }

    @GetMapping("/{id}")
    @Summary("Gives a VEX document: who said it when, and how it was read")
    @Requires(Permission.FINDING_READ)
    VexBody get(@PathVariable VexId id) {
        return VexBody.of(documents.get(visibility.reader(), id));
    }

    /// The document is our own, from before Ward. To apply it again tries what was refused.
    ///
    /// @param dryRun  whether it is only told what is new
    @PostMapping("/{id}/past")
    @Summary("Takes what a VEX document of our own says as past decisions, not decided here; answers with a job")
    @Requires(Permission.ASSESSMENT_WRITE)
    ResponseEntity<JobAnswer> past(@PathVariable VexId id, @RequestParam(defaultValue = "false") boolean dryRun) {
        return JobAnswer.accepted(
                dryRun
                        ? past.check(actor.get(), visibility.reader(), id)
                        : past.apply(actor.get(), visibility.reader(), id));
    }

    @GetMapping("/{id}/statements")
    @Summary("Lists what a VEX document says, in its order")
    @Requires(Permission.FINDING_READ)
    Slice<SaidBody> statements(
            @PathVariable VexId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return documents
                .statements(visibility.reader(), id, after, Slice.limit(limit))
                .map(SaidBody::of);
    }

    @GetMapping("/{id}/unread")
    @Summary("Lists what of a VEX document could not be read, or is marked; up to 1,000 parts")
    @Requires(Permission.FINDING_READ)
    List<VexFile.Unread> unread(@PathVariable VexId id) {
        return documents.unread(visibility.reader(), id);
    }

    @GetMapping("/{id}/document")
    @Summary("Gives a VEX document, byte for byte")
    @Requires(Permission.FINDING_READ)
    void document(@PathVariable VexId id, HttpServletResponse response) throws IOException {
        VexFile file = documents.get(visibility.reader(), id);
        arrivals.send(response, file.fileName(), file.size(), file.sha256());
    }
}
