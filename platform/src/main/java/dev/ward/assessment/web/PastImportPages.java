package dev.ward.assessment.web;

import dev.ward.assessment.past.PastField;
import dev.ward.assessment.past.PastImport;
import dev.ward.assessment.past.PastImports;
import dev.ward.assessment.past.PastMapping;
import dev.ward.assessment.past.StrangeWord;
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
import java.util.ArrayList;
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

/// Takes files of past decisions from people, asks which column is what and what words mean, and applies them.
@Controller
@Requires(Permission.ASSESSMENT_WRITE)
class PastImportPages {

    static final String LIST = "/past-decisions/imports";

    private static final String CRUMB = "Past decisions";

    private final PastImports imports;
    private final Jobs jobs;
    private final AssessmentView products;
    private final CurrentActor actor;
    private final Visibility visibility;

    PastImportPages(
            PastImports imports, Jobs jobs, AssessmentView products, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.jobs = jobs;
        this.products = products;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping(LIST)
    Page list(@RequestParam(required = false) @Nullable String after) {
        return Page.of("assessment/past-imports", Section.DECIDE, "Bring past decisions")
                .crumb(CRUMB, PastDecisionPages.LIST)
                .with("imports", imports.list(visibility.reader(), after, Slice.USUAL_LIMIT));
    }

    @PostMapping(LIST)
    RedirectView upload(@Nullable UploadedFile file) {
        PastImport received = SentTable.of(file, "past-decisions")
                .to("upload", (name, type, content) -> imports.receive(name, type, content, actor.get()));
        return new RedirectView(at(received.id()) + "/mapping");
    }

    static String at(UUID id) {
        return LIST + "/" + id;
    }

    /// @param show  `warnings` for what is said of rows that are taken
    @GetMapping(LIST + "/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after) {
        PastImport of = imports.get(visibility.reader(), id);
        if (of.state() == ImportState.RECEIVED && of.vex() == null) {
            return new ModelAndView(new RedirectView(at(of.id()) + "/mapping"));
        }
        boolean warnings =
                show.equals("warnings") || (show.isEmpty() && of.counts().refused() == 0);
        return crumbs(Page.of("assessment/past-import", Section.DECIDE, of.name()))
                .with("told", of)
                .with("job", job(of))
                .with("rules", imports.rules(of))
                .with("strange", imports.strangeWords(of).size())
                .with("warnings", warnings)
                .with("notes", imports.notes(of, !warnings, after, Slice.USUAL_LIMIT));
    }

    private static Page crumbs(Page page) {
        return page.crumb(CRUMB, PastDecisionPages.LIST).crumb("Imports", LIST);
    }

    private @Nullable Job job(PastImport of) {
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
        PastImport of = imports.get(visibility.reader(), id);
        FilePreview preview = of.preview();
        if (preview == null || of.state().moves() || of.state().isApplied()) {
            return new ModelAndView(new RedirectView(at(of.id())));
        }
        TableChoices choices = ColumnForm.choices(asked);
        PastMapping mapping =
                Objects.requireNonNullElseGet(of.mapping(), () -> imports.proposal(visibility.reader(), of));
        return page(
                of,
                preview,
                PastMappingForm.of(
                        choices.equals(TableChoices.NONE) ? mapping : mapping.with(choices), preview.headings()));
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
            PastImport of = imports.look(visibility.reader(), id, ColumnForm.choices(sent));
            FilePreview preview = Objects.requireNonNull(of.preview());
            imports.check(actor.get(), visibility.reader(), id, PastMappingForm.mapping(sent, preview.headings()));
            return new ModelAndView(new RedirectView(at(id)));
        } catch (ProblemException e) {
            return refused(id, sent, e);
        }
    }

    /// The page again, with what was sent and what is wrong with it.
    private ModelAndView refused(UUID id, Map<String, String> sent, ProblemException problem) {
        PastImport of = imports.get(visibility.reader(), id);
        FilePreview preview = of.preview();
        if (preview == null || problem.problem() == Problem.CONFLICT || problem.problem() == Problem.NOT_FOUND) {
            throw problem;
        }
        Form form = sent.isEmpty() ? PastMappingForm.of(imports.guess(of), preview.headings()) : ColumnForm.again(sent);
        return page(of, preview, form.refused(problem))
                .status(HttpStatus.valueOf(problem.problem().status()));
    }

    private Page page(PastImport of, FilePreview preview, Form form) {
        return crumbs(Page.of("assessment/past-mapping", Section.DECIDE, of.name()))
                .with("told", of)
                .with("preview", preview)
                .with("words", words(of))
                .with("products", List.copyOf(products.products().values()))
                .with("form", form);
    }

    /// Those that were not known when the file was read last, and those that were explained before.
    private List<AskedWord> words(PastImport of) {
        List<AskedWord> words = new ArrayList<>();
        for (StrangeWord one : imports.strangeWords(of)) {
            words.add(new AskedWord(
                    PastMappingForm.wordName(one.field(), one.word()), one.field(), one.word(), one.times()));
        }
        if (of.mapping() != null) {
            of.mapping()
                    .words()
                    .forEach((field, meanings) -> meanings.keySet().stream()
                            .sorted()
                            .map(word -> new AskedWord(PastMappingForm.wordName(field, word), field, word, 0))
                            .filter(one -> words.stream()
                                    .noneMatch(other -> other.name().equals(one.name())))
                            .forEach(words::add));
        }
        return words;
    }

    @GetMapping({LIST + "/{id}/refused.{ending}", "/api/v1/past-decisions/imports/{id}/refused.{ending}"})
    @Summary("Exports the refused rows of an import as they stand in the file, with their reasons, as csv or xlsx")
    void refused(@PathVariable UUID id, @PathVariable String ending, HttpServletResponse response) throws IOException {
        imports.writeRefused(imports.get(visibility.reader(), id), RefusedRows.into(response, ending));
    }

    @GetMapping({LIST + "/template.{ending}", "/api/v1/past-decisions/imports/template.{ending}"})
    @Summary("Gives a table of past decisions with all headings and no rows, as csv or xlsx")
    void template(@PathVariable String ending, HttpServletResponse response) throws IOException {
        PastField.TABLE.template(response, ending, "past-decisions", "Past decisions");
    }
}
