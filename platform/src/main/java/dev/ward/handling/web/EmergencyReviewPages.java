package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.EmergencyOpening;
import dev.ward.handling.EmergencyOpenings;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How often a case was opened in an emergency, and what others say of it.
@Controller
@RequestMapping("/cases/{number}/emergencies")
@Requires(Permission.CASE_READ)
class EmergencyReviewPages {

    static final String TITLE = "Opened in an emergency";

    private final EmergencyOpenings openings;
    private final Cases cases;
    private final CurrentActor actor;
    private final Visibility visibility;

    EmergencyReviewPages(EmergencyOpenings openings, Cases cases, CurrentActor actor, Visibility visibility) {
        this.openings = openings;
        this.cases = cases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    Page show(@PathVariable CaseNumber number) {
        return page(number, null, Form.empty());
    }

    @PostMapping("/{id}")
    ModelAndView review(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        try {
            Boolean justified = Sent.read("justified", sent.get("justified"), "is neither yes nor no", Sent::yesOrNo);
            openings.review(actor.caller(), visibility.reader(), number, id, justified, sent.get("because"));
            Notices.say(response, "The review is kept.");
            return new ModelAndView("redirect:/cases/" + number + "/emergencies");
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID) {
                throw e;
            }
            return page(number, id, new Form(sent, Map.of(), null, 0).refused(e))
                    .status(HttpStatus.BAD_REQUEST);
        }
    }

    /// @param refused  of whose review the form is; null for none
    private Page page(CaseNumber number, @Nullable UUID refused, Form form) {
        VulnerabilityCase one = cases.get(visibility.reader(), number);
        List<EmergencyOpening> known = openings.of(visibility.reader(), number);
        Set<UUID> reviewable = known.stream()
                .filter(opening -> opening.waits() && openings.mayReview(actor.caller(), one, opening))
                .map(EmergencyOpening::id)
                .collect(Collectors.toUnmodifiableSet());
        return Page.of("handling/emergency-reviews", Section.CASES, TITLE)
                .crumb("Cases", "/cases")
                .crumb(one.title(), "/cases/" + number)
                .with("number", number)
                .with("openings", known)
                .with("reviewable", reviewable)
                .with("refused", refused)
                .with("form", form);
    }
}
