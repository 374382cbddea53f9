package dev.ward.assessment.web;

import dev.ward.assessment.past.PastImport;
import dev.ward.assessment.past.PastImports;
import dev.ward.assessment.past.PastMapping;
import dev.ward.assessment.past.PastMappingBody;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.JobAnswer;
import dev.ward.table.RowNoteBody;
import dev.ward.table.SentTable;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes files of past decisions from programs, and tells what became of them.
@RestController
@RequestMapping("/api/v1/past-decisions/imports")
class PastImportApi {

    private final PastImports imports;
    private final CurrentActor actor;
    private final Visibility visibility;

    PastImportApi(PastImports imports, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// Takes the body as it comes: CSV or a workbook, recognised by its content.
    ///
    /// @param called  what to call the file
    /// @param dryRun  whether it is only told what is new
    @PostMapping
    @Summary("Imports the body, CSV or XLSX, by its headings; answers with a job")
    @Requires(Permission.ASSESSMENT_WRITE)
    ResponseEntity<JobAnswer> submit(
            @RequestParam(name = "name", defaultValue = "past-decisions") String called,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        PastImport received = SentTable.of(request, called)
                .to("file", (name, type, content) -> imports.receive(name, type, content, actor.get()));
        PastMapping mapping = imports.guess(received);
        return JobAnswer.accepted(
                dryRun
                        ? imports.check(actor.get(), visibility.reader(), received.id(), mapping)
                        : imports.apply(actor.get(), visibility.reader(), received.id(), mapping));
    }

    @GetMapping
    @Summary("Lists imports of past decisions, the newest first")
    @Requires(Permission.ASSESSMENT_WRITE)
    Slice<PastImportView> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(visibility.reader(), after, Slice.limit(limit)).map(of -> PastImportView.of(of, Map.of()));
    }

    @GetMapping("/{id}")
    @Summary("Gives an import of past decisions with its counts, and how often each rule was broken")
    @Requires(Permission.ASSESSMENT_WRITE)
    PastImportView find(@PathVariable UUID id) {
        PastImport of = imports.get(visibility.reader(), id);
        return PastImportView.of(of, imports.rules(of));
    }

    /// @param refused  false for the warnings
    @GetMapping("/{id}/notes")
    @Summary("Lists what is said of an import's rows: line, column, value, reason, and what to do")
    @Requires(Permission.ASSESSMENT_WRITE)
    Slice<RowNoteBody> notes(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean refused,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.notes(imports.get(visibility.reader(), id), refused, after, Slice.limit(limit))
                .map(RowNoteBody::of);
    }

    /// Has a file read again by the mapping that is sent.
    @PostMapping("/{id}/check")
    @Summary("Checks a file again, by the mapping in the body; answers with a job")
    @Requires(Permission.ASSESSMENT_WRITE)
    ResponseEntity<JobAnswer> check(@PathVariable UUID id, @RequestBody PastMappingBody mapping) {
        PastMapping chosen = mapping.mapping();
        imports.look(visibility.reader(), id, chosen.table());
        return JobAnswer.accepted(imports.check(actor.get(), visibility.reader(), id, chosen));
    }

    @PostMapping("/{id}/apply")
    @Summary(
            "Applies a file by the mapping that it was checked with, or tries again what was refused; answers with a job")
    @Requires(Permission.ASSESSMENT_WRITE)
    ResponseEntity<JobAnswer> apply(@PathVariable UUID id) {
        return JobAnswer.accepted(imports.apply(actor.get(), visibility.reader(), id));
    }
}
