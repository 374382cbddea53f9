package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.JobAnswer;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.gudid.GudidImport;
import dev.ward.product.gudid.GudidImports;
import dev.ward.product.gudid.GudidRecord;
import dev.ward.product.gudid.GudidRecords;
import dev.ward.product.gudid.KnownRecord;
import dev.ward.product.gudid.RecordComparison;
import dev.ward.product.gudid.UnreadRecord;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/gudid")
class GudidApi {

    private static final int LONGEST_NAME = 200;

    private final GudidImports imports;
    private final GudidRecords records;
    private final Bearers bearers;
    private final CurrentActor actor;
    private final Visibility visibility;

    GudidApi(GudidImports imports, GudidRecords records, Bearers bearers, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.records = records;
        this.bearers = bearers;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// The last part of a path, without control characters, at most 200 characters.
    static String name(String called) {
        String last = called.substring(Math.max(called.lastIndexOf('/'), called.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? "gudid" : kept.toString();
    }

    @PostMapping("/imports")
    @Summary("Reads the body, a file of the GUDID as XML or JSON, also packed as gzip; answers with a job")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<JobAnswer> submit(
            @RequestParam(name = "name", defaultValue = "gudid") String called, HttpServletRequest request)
            throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "application/octet-stream");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw ProblemException.of(
                    Problem.WRONG_TYPE, "Send the file itself as the body, not \"%s\".".formatted(type));
        }
        GudidImports.Submitted submitted =
                imports.submit(actor.get(), name(called), request.getContentLengthLong(), request.getInputStream());
        return JobAnswer.accepted(submitted.job());
    }

    @GetMapping("/imports")
    @Summary("Lists the files of the GUDID that were read, the newest first")
    @Requires(Permission.PRODUCT_READ)
    Slice<GudidImport> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(visibility.reader(), after, Slice.limit(limit));
    }

    @GetMapping("/imports/{id}")
    @Summary("Gives an import of the GUDID with its counts")
    @Requires(Permission.PRODUCT_READ)
    GudidImport find(@PathVariable UUID id) {
        return imports.get(visibility.reader(), id);
    }

    @GetMapping("/imports/{id}/unread")
    @Summary("Lists what could not be read of a file of the GUDID, with place and reason")
    @Requires(Permission.PRODUCT_READ)
    Slice<UnreadRecord> unread(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.unread(imports.get(visibility.reader(), id), after, Slice.limit(limit));
    }

    @GetMapping("/records")
    @Summary("Lists the FDA's records by company; those of companies whose names begin with a text")
    @Requires(Permission.PRODUCT_READ)
    Slice<GudidRecord> records(
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return records.list(visibility.reader(), company, after, Slice.limit(limit))
                .map(KnownRecord::content);
    }

    @GetMapping("/record")
    @Summary("Gives the FDA's record of a device identifier in any spelling, and how what stands here differs")
    @Requires(Permission.PRODUCT_READ)
    RecordView record(@RequestParam(defaultValue = "") String di) {
        GudidRecord told = records.get(visibility.reader(), di).content();
        LinkedIdentifier ours = records.borne(visibility.reader(), told).stream()
                .map(GudidRecords.Borne::ours)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new RecordView(
                told,
                ours == null ? null : IdentifierView.from(ours),
                ours == null ? List.of() : records.compare(visibility.reader(), told, ours));
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Links a device identifier to \"product:…\" or \"model:…\" as the FDA's record describes it")
    @Requires(Permission.PRODUCT_WRITE)
    IdentifierView link(@RequestBody LinkBody body) {
        String bearer = Objects.requireNonNullElse(body.bearer(), "");
        return IdentifierView.from(records.link(
                actor.get(),
                visibility.reader(),
                Objects.requireNonNullElse(body.di(), ""),
                bearers.typed(visibility.reader(), bearer)));
    }

    record LinkBody(@Nullable String di, @Nullable String bearer) {}

    /// @param ours  what of ours bears one of its identifiers; null when nothing does
    record RecordView(GudidRecord record, @Nullable IdentifierView ours, List<RecordComparison> compared) {}
}
