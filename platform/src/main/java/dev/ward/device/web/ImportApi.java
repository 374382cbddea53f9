package dev.ward.device.web;

import dev.ward.device.intake.DeviceImport;
import dev.ward.device.intake.DeviceImports;
import dev.ward.device.intake.ImportId;
import dev.ward.device.intake.Mapping;
import dev.ward.device.intake.MappingBody;
import dev.ward.device.intake.Mappings;
import dev.ward.device.intake.SavedMapping;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.Job;
import dev.ward.job.JobAnswer;
import dev.ward.table.RowNoteBody;
import dev.ward.table.SentTable;
import dev.ward.table.TableIntake;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes files of devices from programs, and tells what became of them.
@RestController
@RequestMapping("/api/v1/devices")
class ImportApi {

    private final DeviceImports imports;
    private final Mappings mappings;
    private final CurrentActor actor;
    private final Visibility visibility;

    ImportApi(DeviceImports imports, Mappings mappings, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.mappings = mappings;
        this.actor = actor;
        this.visibility = visibility;
    }

    record MappingView(String name, int revision, MappingBody mapping) {

        static MappingView of(SavedMapping saved) {
            return new MappingView(saved.name(), saved.revision(), MappingBody.of(saved.mapping()));
        }
    }

    /// Takes the body as it comes: CSV or a workbook, recognised by its content.
    ///
    /// @param called   what to call the file
    /// @param mapping  the name of a saved one; what the headings tell when absent
    /// @param dryRun   whether it is only told what would change
    /// @param asOf     when what the file says was so; when it came, when absent
    @PostMapping("/imports")
    @Summary("Imports the body, CSV or XLSX, by a saved mapping or by its headings; answers with a job")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<JobAnswer> submit(
            @RequestParam(name = "name", defaultValue = "devices") String called,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable Instant asOf,
            HttpServletRequest request) {
        SentTable sent = SentTable.of(request, called);
        Mapping chosen = mapping == null ? null : saved(mapping).mapping();
        imports.refuseTooLarge(request.getContentLengthLong());
        DeviceImport received =
                sent.to("file", (name, type, content) -> imports.receive(name, type, content, actor.get()));
        Mapping by = chosen == null
                ? Objects.requireNonNull(imports.guess(received))
                : imports.fit(visibility.reader(), received.id(), chosen);
        return JobAnswer.accepted(order(received.id(), by, asOf, dryRun));
    }

    private Job order(ImportId id, Mapping mapping, @Nullable Instant asOf, boolean dryRun) {
        return dryRun
                ? imports.check(actor.get(), visibility.reader(), id, mapping, asOf)
                : imports.apply(actor.get(), visibility.reader(), id, mapping, asOf);
    }

    private SavedMapping saved(String name) {
        return mappings.find(visibility.reader(), name)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no mapping \"%s\".".formatted(name)));
    }

    @GetMapping("/imports")
    @Summary("Lists imports of devices, the newest first")
    @Requires(Permission.DEVICE_READ)
    Slice<ImportView> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(visibility.reader(), after, Slice.limit(limit)).map(of -> ImportView.of(of, Map.of()));
    }

    @GetMapping("/imports/{id}")
    @Summary("Gives an import of devices with its counts, and how often each rule was broken")
    @Requires(Permission.DEVICE_READ)
    ImportView find(@PathVariable UUID id) {
        DeviceImport of = imports.get(visibility.reader(), new ImportId(id));
        return ImportView.of(of, imports.rules(of));
    }

    /// @param refused  false for the warnings
    @GetMapping("/imports/{id}/notes")
    @Summary("Lists what is said of an import's rows: line, column, value, reason, and what to do")
    @Requires(Permission.DEVICE_READ)
    Slice<RowNoteBody> notes(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean refused,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        DeviceImport of = imports.get(visibility.reader(), new ImportId(id));
        return imports.notes(of, refused, after, Slice.limit(limit)).map(RowNoteBody::of);
    }

    /// Has a file read again, with another mapping where one is sent.
    @PostMapping("/imports/{id}/check")
    @Summary("Checks a file again, by the mapping in the body; answers with a job")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<JobAnswer> check(@PathVariable UUID id, @RequestBody MappingBody mapping) {
        ImportId of = new ImportId(id);
        imports.look(visibility.reader(), of, mapping.mapping().table());
        return JobAnswer.accepted(order(of, mapping.mapping(), null, true));
    }

    @PostMapping("/imports/{id}/apply")
    @Summary("Applies a file that was checked, by the same mapping; answers with a job")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<JobAnswer> apply(@PathVariable UUID id) {
        DeviceImport of = imports.get(visibility.reader(), new ImportId(id));
        if (of.mapping() == null) {
            throw TableIntake.notMapped(of);
        }
        return JobAnswer.accepted(order(of.id(), of.mapping(), of.asOf(), false));
    }

    @GetMapping("/mappings")
    @Summary("Lists the saved mappings of columns, by name")
    @Requires(Permission.DEVICE_READ)
    Slice<MappingView> mappings() {
        return new Slice<>(
                mappings.list(visibility.reader()).stream().map(MappingView::of).toList(), null);
    }

    @PutMapping("/mappings/{name}")
    @Summary("Saves a mapping of columns under a name")
    @Requires(Permission.DEVICE_WRITE)
    MappingView save(@PathVariable String name, @RequestBody MappingBody mapping) {
        return MappingView.of(mappings.save(actor.get(), visibility.reader(), name, mapping.mapping()));
    }
}
