package dev.ward.assessment.web;

import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Reachabilities;
import dev.ward.assessment.ReachabilityDraft;
import dev.ward.assessment.Reachable;
import dev.ward.document.Arrival;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import dev.ward.web.UploadedFile;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes what people and tools found of whether vulnerable code can be reached.
@Controller
@RequestMapping("/assessments/{id}/reachability")
class EvidencePages {

    static final long MOST_BYTES = 50L << 20;
    private static final String SENT = "reachability";

    private final Reachabilities reachabilities;
    private final Arrivals arrivals;
    private final AssessmentView view;
    private final CurrentActor actor;
    private final Visibility visibility;

    EvidencePages(
            Reachabilities reachabilities,
            Arrivals arrivals,
            AssessmentView view,
            CurrentActor actor,
            Visibility visibility) {
        this.reachabilities = reachabilities;
        this.arrivals = arrivals;
        this.view = view;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView add(
            @PathVariable AssessmentId id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        try {
            reachabilities.add(actor.get(), visibility.reader(), id, read(form));
            Notices.say(response, "Said. It stands beside the releases, and decides nothing.");
            return to(id);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                throw e;
            }
            Map<String, String> values = new HashMap<>(form);
            values.put("sent", SENT);
            return view.page(id, new Form(values, e.errors(), e.detail(), 0))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    static ReachabilityDraft read(Map<String, String> form) {
        return new ReachabilityDraft(
                release(form.getOrDefault("release", "")),
                form.getOrDefault("component", ""),
                Worded.required("reachable", form.get("reachable"), Reachable.values()),
                form.getOrDefault("tool", ""),
                form.getOrDefault("toolVersion", ""),
                form.getOrDefault("words", ""));
    }

    private static @Nullable UUID release(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("release", "There is no release \"%s\".".formatted(text), "is no release's id");
        }
    }

    @PostMapping("/{entry}/file")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView attach(
            @PathVariable AssessmentId id,
            @PathVariable UUID entry,
            @Nullable UploadedFile file,
            HttpServletResponse response) {
        reachabilities.list(visibility.reader(), id);
        if (file == null) {
            throw TypedText.refused("file", "No file was chosen.", "is missing");
        }
        try (Arrival arrival = arrivals.receive(file.content(), MOST_BYTES)) {
            reachabilities.attach(actor.get(), visibility.reader(), id, entry, arrival, file.name());
        }
        Notices.say(response, "Kept byte for byte.");
        return to(id);
    }

    private static ModelAndView to(AssessmentId id) {
        return new ModelAndView("redirect:/assessments/" + id + "#" + SENT);
    }
}
