package dev.ward.correction.web;

import dev.ward.correction.past.CorrectionImport;
import dev.ward.correction.past.CorrectionImports;
import dev.ward.correction.past.CorrectionMapping;
import dev.ward.correction.past.CorrectionMappingBody;
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

/// Takes files of past corrections from programs, and tells what became of them.
@RestController
@RequestMapping("/api/v1/due/past/imports")
@Requires(Permission.OBLIGATION_WRITE)
class CorrectionImportApi {

    private final CorrectionImports imports;
    private final CurrentActor actor;
    private final Visibility visibility;

    CorrectionImportApi(CorrectionImports imports, CurrentActor actor, Visibility visibility) {
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
    ResponseEntity<JobAnswer> submit(
            @RequestParam(name = "name", defaultValue = "past-corrections") String called,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        CorrectionImport received = SentTable.of(request, called)
                .to("file", (name, type, content) -> imports.receive(name, type, content, actor.get()));
        CorrectionMapping mapping = imports.guess(received);
        return JobAnswer.accepted(
                dryRun
                        ? imports.check(actor.get(), visibility.reader(), received.id(), mapping)
                        : imports.apply(actor.get(), visibility.reader(), received.id(), mapping));
    }

    @GetMapping
    @Summary("Lists imports of past corrections, the newest first")
    Slice<CorrectionImportView> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(visibility.reader(), after, Slice.limit(limit))
                .map(of -> CorrectionImportView.of(of, Map.of()));
    }

    @GetMapping("/{id}")
    @Summary("Gives an import of past corrections with its counts, and how often each rule was broken")
    CorrectionImportView find(@PathVariable UUID id) {
        CorrectionImport of = imports.get(visibility.reader(), id);
        return CorrectionImportView.of(of, imports.rules(of));
    }

    /// @param refused  false for the warnings
    @GetMapping("/{id}/notes")
    @Summary("Lists what is said of an import's rows: line, column, value, reason, and what to do")
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
    ResponseEntity<JobAnswer> check(@PathVariable UUID id, @RequestBody CorrectionMappingBody mapping) {
        CorrectionMapping chosen = mapping.mapping();
        imports.look(visibility.reader(), id, chosen.table());
        return JobAnswer.accepted(imports.check(actor.get(), visibility.reader(), id, chosen));
    }

    @PostMapping("/{id}/apply")
    @Summary(
            "Applies a file by the mapping that it was checked with, or tries again what was refused; answers with a job")
    ResponseEntity<JobAnswer> apply(@PathVariable UUID id) {
        return JobAnswer.accepted(imports.apply(actor.get(), visibility.reader(), id));
    }
}
