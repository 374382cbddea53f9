package dev.ward.assessment.web;

import dev.ward.assessment.Screening;
import dev.ward.assessment.ScreeningFilter;
import dev.ward.assessment.ScreeningId;
import dev.ward.assessment.ScreeningPreview;
import dev.ward.assessment.ScreeningState;
import dev.ward.assessment.Screenings;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.signature.Shown;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Findings that security dispositions in bulk: asked for, looked at, prepared, signed; and the sample
/// that clinical safety reads.
@Controller
@RequestMapping("/screenings")
class ScreeningPages {

    private static final String HERE = "/screenings";

    private final Screenings screenings;
    private final AssessmentView view;
    private final Signing signing;
    private final Signatories signatories;
    private final CurrentActor actor;
    private final Visibility visibility;

    ScreeningPages(
            Screenings screenings,
            AssessmentView view,
            Signing signing,
            Signatories signatories,
            CurrentActor actor,
            Visibility visibility) {
        this.screenings = screenings;
        this.view = view;
        this.signing = signing;
        this.signatories = signatories;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.FINDING_READ)
    Page list(@RequestParam(required = false) @Nullable String after) {
        return Page.of("assessment/screenings", Section.DECIDE, "Screening")
                .with("lines", screenings.list(visibility.reader(), after, Slice.USUAL_LIMIT))
                .with("rules", screenings.rules());
    }

    /// Asks for findings, and says how many a rule would disposition.
    @GetMapping("/new")
    @Requires(Permission.ASSESSMENT_WRITE)
    Page ask(@RequestParam Map<String, String> sent) {
        if (sent.getOrDefault("rule", "").isBlank()) {
            return asking(new Form(sent, Map.of(), null, 0), null);
        }
        try {
            return asking(
                    new Form(sent, Map.of(), null, 0),
                    screenings.preview(visibility.reader(), sent.getOrDefault("rule", ""), filter(sent)));
        } catch (ProblemException e) {
            return asking(new Form(sent, e.errors(), e.detail(), 0), null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page asking(Form form, @Nullable ScreeningPreview preview) {
        return Page.of("assessment/screening-new", Section.DECIDE, "Screen findings")
                .crumb("Screening", HERE)
                .with("products", view.products())
                .with("rules", screenings.rules())
                .with("preview", preview)
                .with("form", form);
    }

    @PostMapping
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView prepare(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            ScreeningId id = screenings.prepare(
                    actor.get(),
                    visibility.reader(),
                    sent.getOrDefault("rule", ""),
                    filter(sent),
                    sent.getOrDefault("evidence", ""));
            Notices.say(response, "It is prepared. Nothing is decided before it is signed.");
            return new ModelAndView("redirect:" + HERE + "/" + id);
        } catch (ProblemException e) {
            Map<String, String> values = Shown.withheld(sent);
            return asking(new Form(values, e.errors(), e.detail(), 0), null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    static ScreeningFilter filter(Map<String, String> sent) {
        return new ScreeningFilter(
                uuid("product", sent.get("product")),
                uuid("release", sent.get("release")),
                uuid("component", sent.get("component")),
                TypedText.optional("componentName", sent.get("componentName"), 200),
                TypedText.optional("vulnerability", sent.get("vulnerability"), 200));
    }

    private static @Nullable UUID uuid(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(field, "There is no %s \"%s\".".formatted(field, text), "is not known");
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.FINDING_READ)
    Page show(@PathVariable ScreeningId id) {
        return page(id, Form.empty());
    }

    /// @param which  `sample`, `pulled`; all otherwise
    @GetMapping("/{id}/rows")
    @Requires(Permission.FINDING_READ)
    Page rows(
            @PathVariable ScreeningId id,
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String after) {
        Screening screening = screenings.get(visibility.reader(), id);
        boolean sample = "sample".equals(which);
        return Page.of("assessment/screening-rows", Section.DECIDE, sample ? "The sample" : "Its rows")
                .crumb("Screening", HERE)
                .crumb(screening.name(), HERE + "/" + id)
                .with("screening", screening)
                .with(
                        "rows",
                        "pulled".equals(which)
                                ? screenings.pulled(visibility.reader(), id, after, Slice.USUAL_LIMIT)
                                : screenings.rows(visibility.reader(), id, sample, after, Slice.USUAL_LIMIT));
    }

    @PostMapping("/{id}/drop")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView drop(
            @PathVariable ScreeningId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                sent,
                response,
                HERE,
                "It is dropped.",
                () -> screenings.drop(actor.get(), visibility.reader(), id));
    }

    @PostMapping("/{id}/sign")
    @Requires(Permission.EXPLOITABILITY_SIGN)
    ModelAndView sign(
            @PathVariable ScreeningId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                sent,
                response,
                HERE + "/" + id,
                "Signed. Its rows are decided.",
                () -> screenings.sign(signer(sent), visibility.reader(), id, sent.getOrDefault("seen", "")));
    }

    @PostMapping("/{id}/object")
    @Requires(Permission.HARM_SIGN)
    ModelAndView object(
            @PathVariable ScreeningId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(id, sent, response, HERE + "/" + id + "#sample", "The row is pulled.", () -> {
            UUID finding = uuid("finding", sent.get("finding"));
            if (finding == null) {
                throw TypedText.refused("finding", "Choose the finding.", "is missing");
            }
            screenings.object(actor.get(), visibility.reader(), id, finding, sent.getOrDefault("objection", ""));
        });
    }

    @PostMapping("/{id}/sign-sample")
    @Requires(Permission.HARM_SIGN)
    ModelAndView signSample(
            @PathVariable ScreeningId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                sent,
                response,
                HERE + "/" + id,
                "Signed.",
                () -> screenings.signSample(signer(sent), visibility.reader(), id, sent.getOrDefault("seen", "")));
    }

    @PostMapping("/{id}/withdraw")
    @Requires(Permission.EXPLOITABILITY_SIGN)
    ModelAndView withdraw(
            @PathVariable ScreeningId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return withdrawn(id, sent, response);
    }

    /// Either discipline takes a disposition back.
    @PostMapping("/{id}/refuse")
    @Requires(Permission.HARM_SIGN)
    ModelAndView refuse(
            @PathVariable ScreeningId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return withdrawn(id, sent, response);
    }

    private ModelAndView withdrawn(ScreeningId id, Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                sent,
                response,
                HERE + "/" + id,
                "It is withdrawn. Its findings are open again.",
                () -> screenings.withdraw(actor.get(), visibility.reader(), id, sent.getOrDefault("why", "")));
    }

    private Signer signer(Map<String, String> sent) {
        return signing.confirm(actor.caller(), Shown.of(sent));
    }

    private ModelAndView act(
            ScreeningId id,
            Map<String, String> sent,
            HttpServletResponse response,
            String next,
            String done,
            Runnable act) {
        try {
            act.run();
            Notices.say(response, done);
            return new ModelAndView("redirect:" + next);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            Map<String, String> values = Shown.withheld(sent);
            return page(id, new Form(values, e.errors(), e.detail(), 0))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(ScreeningId id, Form form) {
        Screening screening = screenings.get(visibility.reader(), id);
        boolean signed = screening.state() == ScreeningState.SIGNED;
        return Page.of("assessment/screening", Section.DECIDE, screening.name())
                .crumb("Screening", HERE)
                .with("screening", screening)
                .with("whole", screenings.isWhole(screening))
                .with("rows", screenings.rows(visibility.reader(), id, signed, null, Slice.USUAL_LIMIT))
                .with("sample", signed ? screenings.sample(screening) : null)
                .with("signatures", screenings.signatures(id))
                .with("first", signing.isFirst(actor.caller()))
                .with("unqualified", signatories.unqualified(actor.caller()))
                .with("form", form);
    }
}
