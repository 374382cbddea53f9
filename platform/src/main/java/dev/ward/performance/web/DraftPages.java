package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.FunctionId;
import dev.ward.performance.PerformanceDraft;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.Subject;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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

/// Works on a draft, one function at a time.
@Controller
@RequestMapping("/performance/{id}/draft")
@Requires(Permission.PERFORMANCE_WRITE)
class DraftPages {

    private final PerformancePlaces places;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final CurrentActor actor;

    DraftPages(
            PerformancePlaces places,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            CurrentActor actor) {
        this.places = places;
        this.performances = performances;
        this.drafts = drafts;
        this.actor = actor;
    }

    @PostMapping
    ModelAndView begin(@PathVariable UUID id) {
        Subject subject = places.of(id);
        drafts.begin(actor.caller(), subject);
        return to(subject);
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID id, HttpServletResponse response) {
        Subject subject = places.of(id);
        drafts.discard(actor.caller(), subject);
        Notices.say(response, "The draft is thrown away. What was approved stays in force.");
        return new ModelAndView("redirect:" + PerformancePlaces.path(subject));
    }

    @GetMapping("/functions/new")
    Page add(@PathVariable UUID id) {
        return page(places.of(id), null, FunctionForm.empty(), null);
    }

    @PostMapping("/functions")
    ModelAndView add(@PathVariable UUID id, @RequestParam Map<String, String> fields, HttpServletResponse response) {
        return save(places.of(id), null, new FunctionForm(fields), response);
    }

    @GetMapping("/functions/{function}")
    Page edit(@PathVariable UUID id, @PathVariable UUID function) {
        Subject subject = places.of(id);
        FunctionId of = new FunctionId(function);
        PerformanceDraft.Entry entry =
                performances.draft(subject).flatMap(draft -> draft.find(of)).orElseThrow(() -> absent(of));
        Map<String, String> values =
                new HashMap<>(FunctionForm.of(entry.function()).values());
        values.put("revision", Integer.toString(entry.revision()));
        return page(subject, of, new FunctionForm(values), null);
    }

    @PostMapping("/functions/{function}")
    ModelAndView save(
            @PathVariable UUID id,
            @PathVariable UUID function,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return save(places.of(id), new FunctionId(function), new FunctionForm(fields), response);
    }

    @PostMapping("/functions/{function}/remove")
    ModelAndView remove(@PathVariable UUID id, @PathVariable UUID function, HttpServletResponse response) {
        Subject subject = places.of(id);
        drafts.remove(actor.caller(), subject, new FunctionId(function));
        Notices.say(response, "The function is taken out of the draft.");
        return to(subject);
    }

    @PostMapping("/functions/{function}/raise")
    ModelAndView raise(@PathVariable UUID id, @PathVariable UUID function) {
        Subject subject = places.of(id);
        drafts.raise(actor.caller(), subject, new FunctionId(function));
        return to(subject);
    }

    /// @param function  null for a new one
    private ModelAndView save(
            Subject subject, @Nullable FunctionId function, FunctionForm sent, HttpServletResponse response) {
        if (sent.values().containsKey("more")) {
            return page(subject, function, sent.more(), null);
        }
        try {
            FunctionId of = function == null ? PerformanceDrafts.newId() : function;
            EssentialFunction saved =
                    drafts.save(actor.caller(), subject, sent.function(of), function == null ? 0 : sent.revision());
            Notices.say(response, "\"%s\" is saved in the draft.".formatted(saved.name()));
            return to(subject);
        } catch (ProblemException e) {
            return page(subject, function, sent, e)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(
            Subject subject, @Nullable FunctionId function, FunctionForm sent, @Nullable ProblemException trouble) {
        Form form = trouble == null ? sent.form() : sent.form().refused(trouble);
        String name = function == null
                ? "Add a function"
                : "Edit \"%s\""
                        .formatted(performances
                                .draft(subject)
                                .flatMap(draft -> draft.find(function))
                                .map(entry -> entry.function().name())
                                .orElse("a function"));
        String here = PerformancePlaces.path(subject) + "/draft";
        return places.below("performance/function-form", subject, name)
                .crumb("Draft", here)
                .with("form", form)
                .with("lines", sent.lines())
                .with("action", here + "/functions" + (function == null ? "" : "/" + function));
    }

    private static ModelAndView to(Subject subject) {
        return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + "/draft");
    }

    private static ProblemException absent(FunctionId function) {
        return ProblemException.of(Problem.NOT_FOUND, "The draft has no function \"%s\".".formatted(function));
    }
}
