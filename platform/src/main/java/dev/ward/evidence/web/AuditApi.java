package dev.ward.evidence.web;

import dev.ward.audit.AuditExport;
import dev.ward.evidence.AuditEntries;
import dev.ward.evidence.AuditEntry;
import dev.ward.evidence.TrailProofs;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.JobAnswer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Requires(Permission.AUDIT_READ)
class AuditApi {

    private final AuditEntries entries;
    private final AuditExport export;
    private final TrailProofs proofs;
    private final CurrentActor actor;
    private final Visibility visibility;

    AuditApi(AuditEntries entries, AuditExport export, TrailProofs proofs, CurrentActor actor, Visibility visibility) {
        this.entries = entries;
        this.export = export;
        this.proofs = proofs;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists entries of the audit trail, the newest first")
    Slice<AuditEntry> list(
            @ModelAttribute AuditQuestion question,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return entries.list(visibility.reader(), question.filter(), after, Slice.limit(limit));
    }

    @GetMapping("/{seq}")
    @Summary("Gives an entry of the audit trail")
    AuditEntry get(@PathVariable long seq) {
        return entries.find(visibility.reader(), seq)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no entry \"%d\".".formatted(seq)));
    }

    @PostMapping("/proofs")
    @Summary("Proves the chain as ward audit verify does, as a job; gives the one under way where there is one")
    ResponseEntity<JobAnswer> prove() {
        return JobAnswer.accepted(proofs.ask(actor.get(), visibility.reader()));
    }

    @GetMapping("/proofs/newest")
    @Summary("Gives the proof of the chain that was asked for last, with its result")
    JobAnswer proof() {
        return proofs.newest(visibility.reader())
                .map(JobAnswer::of)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "Nobody has asked for a proof yet."));
    }

    /// Sends the whole chain, from its beginning, as `./ward audit verify` reads it. Of an entry about
    /// what is hidden from whoever asks there is the hash, without which the chain would not be one,
    /// and nothing else.
    @GetMapping("/export")
    @Summary("Exports the whole chain as NDJSON, for ward audit verify --file")
    void export(HttpServletResponse response) throws IOException {
        Reader reader = visibility.reader();
        if (!reader.sighted()) {
            throw ProblemException.of(
                    Problem.FORBIDDEN, "The whole chain tells of everything, and you do not see everything here.");
        }
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        export.write(response.getOutputStream(), (first, last) -> entries.hidden(reader, first, last));
    }
}
