package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.LinkRule;
import dev.ward.performance.LinkRules;
import dev.ward.performance.Subject;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Words;
import jakarta.servlet.http.HttpServletResponse;
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

/// Rules: what each would link now, and that it does.
@Controller
@RequestMapping("/performance/{id}/rules")
class RulePages {

    private final PerformancePlaces places;
    private final EssentialPerformances performances;
    private final LinkRules rules;
    private final CurrentActor actor;
    private final Visibility visibility;

    RulePages(
            PerformancePlaces places,
            EssentialPerformances performances,
            LinkRules rules,
            CurrentActor actor,
            Visibility visibility) {
        this.places = places;
        this.performances = performances;
        this.rules = rules;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.SBOM_READ)
    Page list(@PathVariable UUID id) {
        return page(places.of(id), Form.empty());
    }

    @PostMapping
    @Requires(Permission.PERFORMANCE_WRITE)
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "NAME") LinkRule.Field field,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String why) {
        Subject subject = places.of(id);
        try {
            LinkRule.Draft draft = new LinkRule.Draft(field, prefix, FunctionChoice.read(function), why);
            UUID rule = rules.add(actor.caller(), visibility.reader(), subject, draft);
            return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + "/rules/" + rule);
        } catch (ProblemException e) {
            Map<String, String> typed =
                    Map.of("field", field.name(), "prefix", prefix, "function", function, "why", why);
            return page(subject, new Form(typed, Map.of(), null, 0).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @GetMapping("/{rule}")
    @Requires(Permission.SBOM_READ)
    Page preview(@PathVariable UUID id, @PathVariable UUID rule) {
        Subject subject = places.of(id);
        return places.below("performance/rule", subject, "What the rule reaches")
                .crumb("Rules", PerformancePlaces.path(subject) + "/rules")
                .with("reach", rules.preview(visibility.reader(), subject, rule));
    }

    /// @param digest  of what the person saw
    @PostMapping("/{rule}/apply")
    @Requires(Permission.PERFORMANCE_WRITE)
    ModelAndView apply(
            @PathVariable UUID id,
            @PathVariable UUID rule,
            @RequestParam(defaultValue = "") String digest,
            HttpServletResponse response) {
        Subject subject = places.of(id);
        int linked = rules.apply(actor.caller(), visibility.reader(), subject, rule, digest);
        Notices.say(response, Words.counted(linked, "component is linked.", "components are linked."));
        return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + "/rules");
    }

    @PostMapping("/{rule}/retire")
    @Requires(Permission.PERFORMANCE_WRITE)
    ModelAndView retire(@PathVariable UUID id, @PathVariable UUID rule, HttpServletResponse response) {
        Subject subject = places.of(id);
        rules.retire(actor.caller(), visibility.reader(), subject, rule);
        Notices.say(response, "The rule has ended. What it linked stays linked.");
        return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + "/rules");
    }

    private Page page(Subject subject, Form form) {
        return places.below("performance/rules", subject, "Rules that link components")
                .with("functions", performances.functions(subject))
                .with("rules", rules.list(visibility.reader(), subject))
                .with("form", form);
    }
}
