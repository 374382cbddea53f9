package dev.ward.advisory.web;

import dev.ward.advisory.Advisories;
import dev.ward.advisory.ImportId;
import dev.ward.advisory.Imports;
import dev.ward.advisory.Source;
import dev.ward.advisory.SourceImport;
import dev.ward.advisory.SourceState;
import dev.ward.advisory.UnreadPart;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.JobAnswer;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import dev.ward.web.Cursor;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Requires(Permission.SOURCE_READ)
class SourceApi {

    private static final SortOrder NEWEST = SortOrder.descending("begun");
    private static final SortOrder READ = SortOrder.ascending("read");

    private final Advisories advisories;
    private final Imports imports;
    private final Submission submission;
    private final Jobs jobs;
    private final CurrentActor actor;
    private final Visibility visibility;

    SourceApi(
            Advisories advisories,
            Imports imports,
            Submission submission,
            Jobs jobs,
            CurrentActor actor,
            Visibility visibility) {
        this.advisories = advisories;
        this.imports = imports;
        this.submission = submission;
        this.jobs = jobs;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param heard  the last import that did not fail; absent when there was none
    record SourceAnswer(
            Source name,
            String title,
            String about,
            long records,
            @Nullable ImportAnswer heard,
            @Nullable ImportAnswer last) {

        static SourceAnswer of(SourceState state) {
            return new SourceAnswer(
                    state.source(),
                    state.source().title(),
                    state.source().about(),
                    state.records(),
                    state.heard() == null ? null : ImportAnswer.of(state.heard()),
                    state.last() == null ? null : ImportAnswer.of(state.last()));
        }
    }

    @GetMapping("/sources")
    @Summary("Lists the sources, and how fresh what they told is")
    Slice<SourceAnswer> list() {
        List<SourceState> sources = advisories.sources(visibility.reader());
        return new Slice<>(sources.stream().map(SourceAnswer::of).toList(), null);
    }

    @GetMapping("/sources/{name}/imports")
    @Summary("Lists a source's imports, the newest first")
    Slice<ImportAnswer> listImports(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        int most = Slice.limit(limit);
        List<SourceImport> oneMore = imports.list(
                visibility.reader(), source(name), cursor == null ? null : new ImportId(cursor.uuid(0)), most + 1);
        return Slice.of(oneMore, most, one -> Cursor.of(NEWEST, one.id().value()))
                .map(ImportAnswer::of);
    }

    /// Takes the body as it comes: the document itself, or `{"path": …}` or `{"url": …}`.
    ///
    /// @param called  what to call the document; "upload" when absent
    @PostMapping("/sources/{name}/imports")
    @Summary("Imports the body, a file of the server or what an address gives; answers with a job")
    @Requires(Permission.SOURCE_IMPORT)
    ResponseEntity<JobAnswer> submit(
            @PathVariable String name,
            @RequestParam(name = "name", defaultValue = "upload") String called,
            HttpServletRequest request)
            throws IOException {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw ProblemException.of(
                    Problem.WRONG_TYPE, "Send the document itself as the body, not \"%s\".".formatted(type));
        }
        JobId job = submission.take(
                source(name),
                FileNames.of(called, "upload"),
                request.getContentLengthLong(),
                request.getInputStream(),
                actor.get());
        return JobAnswer.accepted(jobs.find(job).orElseThrow());
    }

    @GetMapping("/imports/{id}")
    @Summary("Gives an import with its counts")
    ImportAnswer find(@PathVariable UUID id) {
        return ImportAnswer.of(get(id));
    }

    /// What could not be read of an import's document, in the order of reading.
    @GetMapping("/imports/{id}/unread")
    @Summary("Lists what could not be read of an import's document, with place and reason")
    Slice<UnreadPart> listUnread(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Cursor cursor = Cursor.parse(after, READ, 1);
        int from = cursor == null ? 0 : Math.toIntExact(Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE));
        int most = Slice.limit(limit);
        List<UnreadPart> oneMore = imports.unread(get(id), from, most + 1);
        return Slice.of(oneMore, most, one -> Cursor.of(READ, from + most));
    }

    private SourceImport get(UUID id) {
        return imports.find(visibility.reader(), new ImportId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no import \"%s\".".formatted(id)));
    }

    private static Source source(String name) {
        return Source.find(name)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND,
                        "There is no source \"%s\". The sources are: cve, osv, nvd, kev, epss.".formatted(name)));
    }
}
