package dev.ward.assessment.web;

import dev.ward.assessment.UpdateDue;
import dev.ward.assessment.UpdatesDue;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
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

/// The documents of the design that wait for an update.
@Controller
@RequestMapping("/updates-due")
class UpdateDuePages {

    private final UpdatesDue updates;
    private final AssessmentView view;
    private final CurrentActor actor;
    private final Visibility visibility;

    UpdateDuePages(UpdatesDue updates, AssessmentView view, CurrentActor actor, Visibility visibility) {
        this.updates = updates;
        this.view = view;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param state  `all` for those too that are done
    @GetMapping
    @Requires(Permission.FINDING_READ)
    Page list(
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after) {
        return page(product, "all".equals(state), after, Form.empty());
    }

    private Page page(@Nullable UUID product, boolean all, @Nullable String after, Form form) {
        Slice<UpdateDue> due = updates.list(
                visibility.reader(), product == null ? null : new ProductId(product), all, after, Slice.USUAL_LIMIT);
        return Page.of("assessment/updates-due", Section.DECIDE, "Documents to be updated")
                .with("updates", due)
                .with("held", updates.held(visibility.reader(), due.items()))
                .with("products", view.products())
                .with("product", product == null ? "" : product.toString())
                .with("all", all)
                .with("form", form);
    }

    @PostMapping("/{id}/done")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView done(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reference, HttpServletResponse response) {
        try {
            UpdateDue done = updates.done(actor.get(), visibility.reader(), id, reference);
            Notices.say(response, done.artefact().title() + ": brought up to date.");
            return new ModelAndView("redirect:/updates-due?product=" + done.product());
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                throw e;
            }
            Form form = new Form(Map.of("id", id.toString(), "reference", reference), Map.of(), null, 0).refused(e);
            return page(null, false, null, form)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }
}
