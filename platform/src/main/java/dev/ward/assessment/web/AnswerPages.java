package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Decision;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.SignedPart;
import dev.ward.assessment.Threats;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes the answers of an assessment's page, and the signatures.
@Controller
@RequestMapping("/assessments/{id}")
class AnswerPages {

    private final Assessments assessments;
    private final Decisions decisions;
    private final Threats threats;
    private final Signing signing;
    private final AssessmentView view;
    private final CurrentActor actor;
    private final Visibility visibility;

    AnswerPages(
            Assessments assessments,
            Decisions decisions,
            Threats threats,
            Signing signing,
            AssessmentView view,
            CurrentActor actor,
            Visibility visibility) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.threats = threats;
        this.signing = signing;
        this.view = view;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping("/presence")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView presence(
            @PathVariable AssessmentId id,
            @RequestParam(required = false, defaultValue = "") List<String> release,
            @RequestParam(required = false, defaultValue = "") List<String> configuration,
            @RequestParam(required = false, defaultValue = "") List<String> leansOn,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return doing(id, "presence", form, response, "Said.", () -> {
            Set<UUID> chosen = new HashSet<>();
            release.forEach(one -> chosen.add(uuid(one)));
            assessments.answer(
                    actor.get(),
                    visibility.reader(),
                    id,
                    revision(form),
                    chosen,
                    byRelease(configuration),
                    AssessmentForms.presence(form, leansOn));
        });
    }

    /// @param chosen  a release's id, a colon and a configuration's id
    private static Map<UUID, Set<UUID>> byRelease(List<String> chosen) {
        Map<UUID, Set<UUID>> configurations = new HashMap<>();
        for (String one : chosen) {
            int colon = one.indexOf(':');
            configurations
                    .computeIfAbsent(uuid(one.substring(0, Math.max(0, colon))), _ -> new HashSet<>())
                    .add(uuid(one.substring(colon + 1)));
        }
        return configurations;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("releases", "There is no release \"%s\".".formatted(text), "are not all known");
        }
    }

    @PostMapping("/exploitability")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView exploitability(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "exploitability",
                form,
                response,
                "The answers are kept.",
                () -> assessments.answer(
                        actor.get(), visibility.reader(), id, revision(form), AssessmentForms.exploitability(form)));
    }

    @PostMapping("/harm")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView harm(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(id, "harm", form, response, "The answers are kept.", () -> {
            Assessment assessment = assessments.get(visibility.reader(), id);
            Threats.Threat threat = threats.of(visibility.reader(), assessment);
            assessments.answer(
                    actor.get(),
                    visibility.reader(),
                    id,
                    revision(form),
                    AssessmentForms.harm(form, threat.functions()));
        });
    }

    @PostMapping("/result")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView result(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "result",
                form,
                response,
                "The answers are kept.",
                () -> assessments.answer(
                        actor.get(), visibility.reader(), id, revision(form), AssessmentForms.determination(form)));
    }

    @PostMapping("/mitigation")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView mitigation(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(id, "mitigation", form, response, "The answers are kept.", () -> {
            Assessment assessment = assessments.get(visibility.reader(), id);
            assessments.answer(
                    actor.get(),
                    visibility.reader(),
                    id,
                    revision(form),
                    MitigationForms.read(form, assessment.harm()));
        });
    }

    @PostMapping("/sign-security")
    @Requires(Permission.EXPLOITABILITY_SIGN)
    ModelAndView signForSecurity(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return sign(id, form, response);
    }

    @PostMapping("/sign-clinical-safety")
    @Requires(Permission.HARM_SIGN)
    ModelAndView signForClinicalSafety(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return sign(id, form, response);
    }

    private ModelAndView sign(AssessmentId id, Map<String, String> form, HttpServletResponse response) {
        Decision[] decided = new Decision[1];
        return doing(id, "signatures", form, response, "Signed.", () -> {
            SignedPart part = Worded.required("part", form.get("part"), SignedPart.values());
            assessments.get(visibility.reader(), id);
            Signer signer = signing.confirm(actor.caller(), Shown.of(form));
            Optional<Decision> decision =
                    decisions.sign(signer, visibility.reader(), id, part, form.getOrDefault("seen", ""));
            decision.ifPresent(one -> decided[0] = one);
        });
    }

    private static int revision(Map<String, String> form) {
        try {
            return Integer.parseInt(form.getOrDefault("revision", ""));
        } catch (NumberFormatException e) {
            throw TypedText.refused("revision", "The revision that you saw is missing.", "is missing");
        }
    }

    private ModelAndView doing(
            AssessmentId id,
            String part,
            Map<String, String> form,
            HttpServletResponse response,
            String done,
            Runnable act) {
        try {
            act.run();
            Notices.say(response, done);
            return new ModelAndView("redirect:/assessments/" + id + "#" + part);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            Map<String, String> values = Shown.withheld(form);
            values.put("sent", part);
            Form typed = new Form(values, e.errors(), e.detail(), 0);
            return view.page(id, typed).status(HttpStatus.valueOf(e.problem().status()));
        }
    }
}
