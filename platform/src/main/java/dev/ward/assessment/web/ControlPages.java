package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ControlId;
import dev.ward.assessment.ControlState;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Compensating controls: their list, the page of one, and the form that begins one.
@Controller
class ControlPages {

    private final CompensatingControls controls;
    private final Assessments assessments;
    private final ControlView view;
    private final CurrentActor actor;
    private final Visibility visibility;

    ControlPages(
            CompensatingControls controls,
            Assessments assessments,
            ControlView view,
            CurrentActor actor,
            Visibility visibility) {
        this.controls = controls;
        this.assessments = assessments;
        this.view = view;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/compensating-controls")
    @Requires(Permission.FINDING_READ)
    Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after) {
        ControlState chosen = Worded.typed("state", state, ControlState.values());
        return Page.of("assessment/controls", Section.DECIDE, "Compensating controls")
                .with("state", chosen)
                .with("today", controls.today())
                .with("controls", controls.list(visibility.reader(), chosen, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/assessments/{id}/compensating-controls/new")
    @Requires(Permission.ASSESSMENT_WRITE)
    Page begin(@PathVariable AssessmentId id) {
        return begin(id, Form.empty());
    }

    private Page begin(AssessmentId id, Form form) {
        Assessment assessment = assessments.get(visibility.reader(), id);
        return Page.of("assessment/control-new", Section.DECIDE, "Compensating control against " + assessment.title())
                .crumb("Assessments", "/assessments")
                .crumb(assessment.title(), "/assessments/" + id)
                .with("action", "/assessments/" + id + "/compensating-controls")
                .with("form", form);
    }

    @PostMapping("/assessments/{id}/compensating-controls")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView draft(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        assessments.get(visibility.reader(), id);
        try {
            ControlId control = controls.draft(actor.get(), visibility.reader(), id, ControlForms.read(form));
            Notices.say(response, "The control is drafted. It is issued when both disciplines have signed.");
            return new ModelAndView("redirect:/compensating-controls/" + control);
        } catch (ProblemException e) {
            return begin(id, ControlView.typed(form).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @GetMapping("/compensating-controls/{id}")
    @Requires(Permission.FINDING_READ)
    Page show(@PathVariable ControlId id) {
        return view.page(id, null);
    }
}
