package dev.ward.advisory.web;

import dev.ward.advisory.Advisories;
import dev.ward.advisory.ImportId;
import dev.ward.advisory.Imports;
import dev.ward.advisory.Source;
import dev.ward.advisory.SourceImport;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.JobId;
import dev.ward.web.Cursor;
import dev.ward.web.FileNames;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.UploadedFile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Pages under "Listen": sources, the monitoring log, unread parts, conflicts.
@Controller
@Requires(Permission.SOURCE_READ)
class SourcePages {

    private static final SortOrder NEWEST = SortOrder.descending("begun");
    private static final SortOrder READ = SortOrder.ascending("read");

    private final Advisories advisories;
    private final Imports imports;
    private final Submission submission;
    private final CurrentActor actor;
    private final Visibility visibility;

    SourcePages(
            Advisories advisories, Imports imports, Submission submission, CurrentActor actor, Visibility visibility) {
        this.advisories = advisories;
        this.imports = imports;
        this.submission = submission;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry sourcesEntry() {
        return new NavigationEntry(Section.LISTEN, "Sources", "/sources", Permission.SOURCE_READ.name(), 10);
    }

    @Bean
    static NavigationEntry conflictsEntry() {
        return new NavigationEntry(Section.LISTEN, "Conflicts", "/conflicts", Permission.SOURCE_READ.name(), 30);
    }

    @GetMapping("/sources")
    Page list() {
        return Page.of("advisory/sources", Section.LISTEN, "Sources")
                .with("sources", advisories.sources(visibility.reader()));
    }

    @GetMapping("/sources/{name}")
    Page show(@PathVariable String name, @RequestParam(required = false) @Nullable String after) {
        Source source = source(name);
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        List<SourceImport> oneMore = imports.list(
                visibility.reader(),
                source,
                cursor == null ? null : new ImportId(cursor.uuid(0)),
                Slice.USUAL_LIMIT + 1);
        return Page.of("advisory/source", Section.LISTEN, source.title())
                .crumb("Sources", "/sources")
                .with("source", source)
                .with(
                        "imports",
                        Slice.of(
                                oneMore,
                                Slice.USUAL_LIMIT,
                                one -> Cursor.of(NEWEST, one.id().value())));
    }

    @PostMapping("/sources/{name}/imports")
    @Requires(Permission.SOURCE_IMPORT)
    String submit(
            @PathVariable String name,
            @Nullable UploadedFile file,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String path) {
        Source source = source(name);
        JobId job;
        if (file != null) {
            job = submission.document(source, FileNames.of(file.name(), "upload"), file.content(), actor.get());
        } else if (!url.isBlank()) {
            job = submission.fromUrl(source, url, actor.get());
        } else if (!path.isBlank()) {
            job = submission.fromFile(source, path.strip(), actor.get());
        } else {
            throw ProblemException.of(Problem.INVALID, "Choose a file, or name an address or a path.");
        }
        return imports.findByJob(visibility.reader(), job)
                .map(one -> "redirect:/imports/" + one.id())
                .orElse("redirect:/sources/" + source.word());
    }

    @GetMapping("/imports/{id}")
    Page showImport(@PathVariable UUID id, @RequestParam(required = false) @Nullable String after) {
        SourceImport of = imports.find(visibility.reader(), new ImportId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no import \"%s\".".formatted(id)));
        Cursor cursor = Cursor.parse(after, READ, 1);
        int from = cursor == null ? 0 : Math.toIntExact(Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE));
        return Page.of("advisory/import", Section.LISTEN, of.name())
                .crumb("Sources", "/sources")
                .crumb(of.source().title(), "/sources/" + of.source().word())
                .with("told", of)
                .with(
                        "unread",
                        Slice.of(
                                imports.unread(of, from, Slice.USUAL_LIMIT + 1),
                                Slice.USUAL_LIMIT,
                                part -> Cursor.of(READ, from + Slice.USUAL_LIMIT)));
    }

    @GetMapping("/conflicts")
    Page conflicts(@RequestParam(required = false) @Nullable String after) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        int from = cursor == null ? 0 : Math.toIntExact(Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE));
        return Page.of("advisory/conflicts", Section.LISTEN, "Conflicts")
                .with(
                        "conflicts",
                        Slice.of(
                                advisories.conflicts(visibility.reader(), from, Slice.USUAL_LIMIT + 1),
                                Slice.USUAL_LIMIT,
                                one -> Cursor.of(NEWEST, from + Slice.USUAL_LIMIT)));
    }

    private static Source source(String name) {
        return Source.find(name)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND,
                        "There is no source \"%s\". The sources are: cve, osv, nvd, kev, epss.".formatted(name)));
    }
}
