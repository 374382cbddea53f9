package dev.ward.assessment.web;

import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ControlId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.signature.Discipline;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Changes, signs, verifies and withdraws compensating controls.
@Controller
@RequestMapping("/compensating-controls/{id}")
class ControlActPages {

    private final CompensatingControls controls;
    private final ControlView view;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    ControlActPages(
            CompensatingControls controls,
            ControlView view,
            Signing signing,
            CurrentActor actor,
            Visibility visibility) {
        this.controls = controls;
        this.view = view;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping("/change")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView change(
            @PathVariable ControlId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "change",
                form,
                response,
                "The control is changed.",
                () -> controls.change(actor.get(), visibility.reader(), id, revision(form), ControlForms.read(form)));
    }

    private static int revision(Map<String, String> form) {
        try {
            return Integer.parseInt(form.getOrDefault("revision", ""));
        } catch (NumberFormatException e) {
            throw TypedText.refused("revision", "The revision that you saw is missing.", "is missing");
        }
    }

    @PostMapping("/sign-security")
    @Requires(Permission.EXPLOITABILITY_SIGN)
    ModelAndView signForSecurity(
            @PathVariable ControlId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return sign(id, Discipline.SECURITY, form, response);
    }

    @PostMapping("/sign-clinical-safety")
    @Requires(Permission.HARM_SIGN)
    ModelAndView signForClinicalSafety(
            @PathVariable ControlId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return sign(id, Discipline.CLINICAL_SAFETY, form, response);
    }

    private ModelAndView sign(
            ControlId id, Discipline discipline, Map<String, String> form, HttpServletResponse response) {
        return doing(id, "sign-" + discipline.word(), form, response, "Signed.", () -> {
            controls.get(visibility.reader(), id);
            Signer signer = signing.confirm(actor.caller(), Shown.of(form));
            controls.sign(signer, visibility.reader(), id, discipline, form.getOrDefault("seen", ""));
        });
    }

    @PostMapping("/verify")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView verify(
            @PathVariable ControlId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "verify",
                form,
                response,
                "The control is verified.",
                () -> controls.verify(actor.get(), visibility.reader(), id, form.get("how")));
    }

    @PostMapping("/withdraw")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView withdraw(
            @PathVariable ControlId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "withdraw",
                form,
                response,
                "The control is withdrawn.",
                () -> controls.withdraw(actor.get(), visibility.reader(), id, form.get("why")));
    }

    private ModelAndView doing(
            ControlId id,
            String what,
            Map<String, String> form,
            HttpServletResponse response,
            String done,
            Runnable act) {
        try {
            act.run();
            Notices.say(response, done);
            return new ModelAndView("redirect:/compensating-controls/" + id);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            Map<String, String> values = Shown.withheld(form);
            values.put("sent", what);
            Form typed = ControlView.typed(values);
            return view.page(id, new Form(typed.values(), e.errors(), e.detail(), 0))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }
}
