package dev.ward.correction.web;

import dev.ward.correction.past.CorrectionField;
import dev.ward.correction.past.CorrectionImport;
import dev.ward.correction.past.CorrectionImports;
import dev.ward.correction.past.CorrectionMapping;
import dev.ward.correction.past.CorrectionMappingBody;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import dev.ward.table.ColumnForm;
import dev.ward.table.FilePreview;
import dev.ward.table.ImportState;
import dev.ward.table.RefusedRows;
import dev.ward.table.SentTable;
import dev.ward.table.TableChoices;
import dev.ward.web.Address;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Takes files of past corrections from people, asks which column is what, and applies them.
@Controller
@Requires(Permission.OBLIGATION_WRITE)
class CorrectionImportPages {

    static final String LIST = "/due/past/imports";

    private final CorrectionImports imports;
    private final Jobs jobs;
    private final ProductChoices products;
    private final CurrentActor actor;
    private final Visibility visibility;

    CorrectionImportPages(
            CorrectionImports imports, Jobs jobs, ProductChoices products, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.jobs = jobs;
        this.products = products;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping(LIST)
    Page list(@RequestParam(required = false) @Nullable String after) {
        return Page.of("correction/past-imports", Section.DUE, "Bring past corrections")
                .crumb(PastCorrectionPages.TITLE, PastCorrectionPages.LIST)
                .with("imports", imports.list(visibility.reader(), after, Slice.USUAL_LIMIT));
    }

    @PostMapping(LIST)
    RedirectView upload(@Nullable UploadedFile file) {
        CorrectionImport received = SentTable.of(file, "past-corrections")
                .to("upload", (name, type, content) -> imports.receive(name, type, content, actor.get()));
        return new RedirectView(at(received.id()) + "/mapping");
    }

    private static String at(UUID id) {
        return LIST + "/" + id;
    }

    /// @param show  `warnings` for what is said of rows that are taken
    @GetMapping(LIST + "/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after) {
        CorrectionImport of = imports.get(visibility.reader(), id);
        if (of.state() == ImportState.RECEIVED) {
            return new ModelAndView(new RedirectView(at(of.id()) + "/mapping"));
        }
        boolean warnings =
                show.equals("warnings") || (show.isEmpty() && of.counts().refused() == 0);
        return crumbs(Page.of("correction/past-import", Section.DUE, of.name()))
                .with("told", of)
                .with("job", job(of))
                .with("rules", imports.rules(of))
                .with("warnings", warnings)
                .with("notes", imports.notes(of, !warnings, after, Slice.USUAL_LIMIT));
    }

    private static Page crumbs(Page page) {
        return page.crumb(PastCorrectionPages.TITLE, PastCorrectionPages.LIST).crumb("Imports", LIST);
    }

    private @Nullable Job job(CorrectionImport of) {
        JobId job = of.job();
        return job == null || !of.state().moves() ? null : jobs.find(job).orElse(null);
    }

    /// Applies what was checked; of what was applied, tries again what was refused.
    @PostMapping(LIST + "/{id}/apply")
    RedirectView apply(@PathVariable UUID id) {
        imports.apply(actor.get(), visibility.reader(), id);
        return new RedirectView(at(id));
    }

    @GetMapping(LIST + "/{id}/mapping")
    ModelAndView form(@PathVariable UUID id, @RequestParam Map<String, String> asked) {
        CorrectionImport of = imports.get(visibility.reader(), id);
        FilePreview preview = of.preview();
        if (preview == null || of.state().moves() || of.state().isApplied()) {
            return new ModelAndView(new RedirectView(at(of.id())));
        }
        TableChoices choices = ColumnForm.choices(asked);
        CorrectionMapping mapping = Objects.requireNonNullElseGet(of.mapping(), () -> imports.guess(of));
        return page(
                of,
                preview,
                form(choices.equals(TableChoices.NONE) ? mapping : mapping.with(choices), preview.headings()));
    }

    private static Form form(CorrectionMapping mapping, List<String> headings) {
        return new Form(ColumnForm.of(mapping, headings), Map.of(), null, 0);
    }

    /// Reads the file as a person chose.
    @PostMapping(LIST + "/{id}/look")
    ModelAndView look(@PathVariable UUID id, @RequestParam Map<String, String> sent) {
        try {
            TableChoices choices = ColumnForm.choices(sent);
            imports.look(visibility.reader(), id, choices);
            Address to = ColumnForm.address(Address.of(at(id) + "/mapping"), choices);
            return new ModelAndView(new RedirectView(to.toString()));
        } catch (ProblemException e) {
            return refused(id, Map.of(), e);
        }
    }

    /// Has the file checked; nothing of it is applied.
    @PostMapping(LIST + "/{id}/check")
    ModelAndView check(@PathVariable UUID id, @RequestParam Map<String, String> sent) {
        try {
            CorrectionImport of = imports.look(visibility.reader(), id, ColumnForm.choices(sent));
            FilePreview preview = Objects.requireNonNull(of.preview());
            imports.check(actor.get(), visibility.reader(), id, mapping(sent, preview.headings()));
            return new ModelAndView(new RedirectView(at(id)));
        } catch (ProblemException e) {
            return refused(id, sent, e);
        }
    }

    private static CorrectionMapping mapping(Map<String, String> sent, List<String> headings) {
        return new CorrectionMappingBody(
                        ColumnForm.columns(CorrectionField.TABLE, sent, headings),
                        ColumnForm.constants(CorrectionField.TABLE, sent),
                        sent.get(ColumnForm.DATES),
                        sent.get(ColumnForm.DELIMITER),
                        sent.get(ColumnForm.ENCODING),
                        sent.get(ColumnForm.SHEET))
                .mapping();
    }

    /// The page again, with what was sent and what is wrong with it.
    private ModelAndView refused(UUID id, Map<String, String> sent, ProblemException problem) {
        CorrectionImport of = imports.get(visibility.reader(), id);
        FilePreview preview = of.preview();
        if (preview == null || problem.problem() == Problem.CONFLICT || problem.problem() == Problem.NOT_FOUND) {
            throw problem;
        }
        Form form = sent.isEmpty() ? form(imports.guess(of), preview.headings()) : ColumnForm.again(sent);
        return page(of, preview, form.refused(problem))
                .status(HttpStatus.valueOf(problem.problem().status()));
    }

    private Page page(CorrectionImport of, FilePreview preview, Form form) {
        return crumbs(Page.of("correction/past-mapping", Section.DUE, of.name()))
                .with("told", of)
                .with("preview", preview)
                .with("products", List.copyOf(products.choices().values()))
                .with("form", form);
    }

    @GetMapping({LIST + "/{id}/refused.{ending}", "/api/v1" + LIST + "/{id}/refused.{ending}"})
    @Summary("Exports the refused rows of an import as they stand in the file, with their reasons, as csv or xlsx")
    void refused(@PathVariable UUID id, @PathVariable String ending, HttpServletResponse response) throws IOException {
        imports.writeRefused(imports.get(visibility.reader(), id), RefusedRows.into(response, ending));
    }

    @GetMapping({LIST + "/template.{ending}", "/api/v1" + LIST + "/template.{ending}"})
    @Summary("Gives a table of past corrections with all headings and no rows, as csv or xlsx")
    void template(@PathVariable String ending, HttpServletResponse response) throws IOException {
        CorrectionField.TABLE.template(response, ending, "past-corrections", "Past corrections");
    }
}
