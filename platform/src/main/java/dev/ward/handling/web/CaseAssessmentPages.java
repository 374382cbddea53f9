package dev.ward.handling.web;

import dev.ward.assessment.AssessmentId;
import dev.ward.handling.CaseAssessments;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Begins assessments of a case's vulnerabilities.
@Controller
class CaseAssessmentPages {

    private final CaseAssessments assessments;
    private final CaseRoom room;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseAssessmentPages(CaseAssessments assessments, CaseRoom room, CurrentActor actor, Visibility visibility) {
        this.assessments = assessments;
        this.room = room;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping("/cases/{number}/assessments")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView open(
            @PathVariable CaseNumber number,
            @RequestParam(defaultValue = "") String assessVulnerability,
            @RequestParam(defaultValue = "") String assessProduct,
            HttpServletResponse response) {
        try {
            AssessmentId id = assessments.open(
                    actor.get(), visibility.reader(), number, assessVulnerability, product(assessProduct));
            Notices.say(response, "The assessment is open.");
            return new ModelAndView("redirect:/assessments/" + id);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                throw e;
            }
            Form form = new Form(
                    Map.of("assessVulnerability", assessVulnerability, "assessProduct", assessProduct),
                    Map.of(),
                    null,
                    0);
            return room.page(number, form.refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private static ProductId product(String text) {
        try {
            return new ProductId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("assessProduct", "Choose a product.", "is missing");
        }
    }
}
