package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.performance.Approvals;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.PerformanceDraft;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.Subject;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows exactly what is approved, and takes the signature.
@Controller
@RequestMapping("/performance/{id}/draft/approval")
@Requires(Permission.PERFORMANCE_APPROVE)
class ApprovalPages {

    private final PerformancePlaces places;
    private final EssentialPerformances performances;
    private final Approvals approvals;
    private final Signing signing;
    private final CurrentActor actor;

    ApprovalPages(
            PerformancePlaces places,
            EssentialPerformances performances,
            Approvals approvals,
            Signing signing,
            CurrentActor actor) {
        this.places = places;
        this.performances = performances;
        this.approvals = approvals;
        this.signing = signing;
        this.actor = actor;
    }

    @GetMapping
    Page show(@PathVariable UUID id) {
        return page(places.of(id), Form.empty());
    }

    @PostMapping
    ModelAndView approve(@PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        Subject subject = places.of(id);
        try {
            Signer signer = signing.confirm(actor.caller(), Shown.of(sent));
            PerformanceVersion version = approvals.approve(signer, subject, sent.getOrDefault("sha256", ""));
            Notices.say(response, "Version %d is signed and in force.".formatted(version.number()));
            return new ModelAndView("redirect:" + PerformancePlaces.path(subject));
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            Form form = new Form(
                            Map.of("password", "", "identifier", sent.getOrDefault("identifier", "")),
                            Map.of(),
                            null,
                            0)
                    .refused(e);
            return page(subject, form).status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(Subject subject, Form form) {
        PerformanceDraft draft = performances
                .draft(subject)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "Nothing is drafted."));
        PerformanceVersion inForce = performances.inForce(subject).orElse(null);
        return places.below("performance/approval", subject, "Approve version " + draft.number())
                .crumb("Draft", PerformancePlaces.path(subject) + "/draft")
                .with("draft", draft)
                .with("first", signing.isFirst(actor.caller()))
                .with(
                        "differences",
                        inForce == null ? List.of() : performances.compare(subject, inForce.number(), null))
                .with("form", form);
    }
}
