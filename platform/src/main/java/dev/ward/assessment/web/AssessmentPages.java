package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentFilter;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.Exploitability;
import dev.ward.assessment.PrivacyHarm;
import dev.ward.assessment.Verdict;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.ProductId;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/// The list of assessments, the risk of the portfolio, and the page on which one is worked on.
@Controller
class AssessmentPages {

    private final Assessments assessments;
    private final Decisions decisions;
    private final AssessmentView view;
    private final CurrentActor actor;
    private final Visibility visibility;

    AssessmentPages(
            Assessments assessments,
            Decisions decisions,
            AssessmentView view,
            CurrentActor actor,
            Visibility visibility) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.view = view;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/assessments")
    @Requires(Permission.FINDING_READ)
    Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String exploitability,
            @RequestParam(required = false) @Nullable String harm,
            @RequestParam(required = false) @Nullable String privacy,
            @RequestParam(required = false) @Nullable String after) {
        AssessmentFilter filter = filter(state, verdict, exploitability, harm, privacy);
        return Page.of("assessment/list", Section.DECIDE, "Assessments")
                .with("filter", filter)
                .with("lines", assessments.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    static AssessmentFilter filter(
            @Nullable String state,
            @Nullable String verdict,
            @Nullable String exploitability,
            @Nullable String harm,
            @Nullable String privacy) {
        return new AssessmentFilter(
                Worded.typed("state", state, AssessmentState.values()),
                Worded.typed("verdict", verdict, Verdict.values()),
                Worded.typed("exploitability", exploitability, Exploitability.values()),
                harm(harm),
                Worded.typed("privacy", privacy, PrivacyHarm.values()),
                null);
    }

    private static @Nullable HarmSeverity harm(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Arrays.stream(HarmSeverity.values())
                .filter(one -> one.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> TypedText.refused(
                        "harm", "\"%s\" is no severity of harm.".formatted(typed), "is no severity of harm"));
    }

    @GetMapping("/risk")
    @Requires(Permission.FINDING_READ)
    Page risk() {
        return Page.of("assessment/risk", Section.DECIDE, "Risk of the portfolio")
                .with("months", decisions.months(visibility.reader()))
                .with(
                        "matrix",
                        MatrixView.of(
                                decisions.matrix(),
                                decisions.counts(visibility.reader()),
                                decisions.named(visibility.reader())))
                .with(
                        "open",
                        assessments
                                .list(
                                        visibility.reader(),
                                        new AssessmentFilter(AssessmentState.OPEN, null, null, null),
                                        null,
                                        Slice.USUAL_LIMIT)
                                .items())
                .with(
                        "outdated",
                        assessments
                                .list(
                                        visibility.reader(),
                                        new AssessmentFilter(AssessmentState.OUTDATED, null, null, null),
                                        null,
                                        Slice.USUAL_LIMIT)
                                .items());
    }

    /// @param vulnerability  any of its names, or one of our own
    @GetMapping("/assessments/new")
    @Requires(Permission.ASSESSMENT_WRITE)
    Page begin(
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(required = false) @Nullable String product) {
        return begin(new Form(
                Map.of(
                        "vulnerability", Objects.requireNonNullElse(vulnerability, ""),
                        "product", Objects.requireNonNullElse(product, "")),
                Map.of(),
                null,
                0));
    }

    private Page begin(Form form) {
        return Page.of("assessment/new", Section.DECIDE, "Assess a vulnerability")
                .crumb("Assessments", "/assessments")
                .with("products", view.products())
                .with("form", form);
    }

    @PostMapping("/assessments")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView open(
            @RequestParam(defaultValue = "") String vulnerability,
            @RequestParam(defaultValue = "") String product,
            HttpServletResponse response) {
        try {
            AssessmentId id = assessments.open(actor.get(), visibility.reader(), vulnerability, productId(product));
            Notices.say(response, "The assessment is open.");
            return new ModelAndView("redirect:/assessments/" + id);
        } catch (ProblemException e) {
            return begin(new Form(Map.of("vulnerability", vulnerability, "product", product), Map.of(), null, 0)
                            .refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private static ProductId productId(String text) {
        try {
            return new ProductId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("product", "Choose a product.", "is missing");
        }
    }

    /// @param past  a past decision by which the presence is filled in; null for none
    @GetMapping("/assessments/{id}")
    @Requires(Permission.FINDING_READ)
    Page show(@PathVariable AssessmentId id, @RequestParam(required = false) @Nullable UUID past) {
        return past == null ? view.page(id, null) : view.pageAsBefore(id, past);
    }

    /// The summary of one decision, or of what is worked on; made to be printed.
    ///
    /// @param version  null for what is worked on
    @GetMapping("/assessments/{id}/report")
    @Requires(Permission.FINDING_READ)
    Page report(@PathVariable AssessmentId id, @RequestParam(required = false) @Nullable Integer version) {
        return view.report(id, version);
    }

    @PostMapping("/assessments/{id}/take-in")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView takeIn(@PathVariable AssessmentId id, HttpServletResponse response) {
        int taken = assessments.takeIn(actor.get(), visibility.reader(), id);
        Notices.say(response, taken == 0 ? "There was no further release." : "The releases are taken in.");
        return new ModelAndView("redirect:/assessments/" + id + "#presence");
    }

    @PostMapping("/assessments/{id}/reopen")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView reopen(
            @PathVariable AssessmentId id, @RequestParam(defaultValue = "") String why, HttpServletResponse response) {
        try {
            assessments.reopen(actor.get(), visibility.reader(), id, why);
            Notices.say(response, "A further decision is begun. What was signed stays as it is.");
            return new ModelAndView("redirect:/assessments/" + id);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                throw e;
            }
            Assessment assessment = assessments.get(visibility.reader(), id);
            Form form = new Form(Map.of("why", why), Map.of(), null, assessment.revision()).refused(e);
            return view.page(id, form).status(HttpStatus.valueOf(e.problem().status()));
        }
    }
}
