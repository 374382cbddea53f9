package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.FunctionId;
import dev.ward.performance.FunctionLinks;
import dev.ward.performance.Interfaces;
import dev.ward.performance.LinkOrder;
import dev.ward.performance.LinkPreview;
import dev.ward.performance.Subject;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/// The work list of components that nobody has spoken of, and the links.
@Controller
@RequestMapping("/performance/{id}")
class FunctionLinkPages {

    private static final String LINKS = "/links";

    private final PerformancePlaces places;
    private final EssentialPerformances performances;
    private final FunctionLinks links;
    private final Interfaces interfaces;
    private final CurrentActor actor;
    private final Visibility visibility;

    FunctionLinkPages(
            PerformancePlaces places,
            EssentialPerformances performances,
            FunctionLinks links,
            Interfaces interfaces,
            CurrentActor actor,
            Visibility visibility) {
        this.places = places;
        this.performances = performances;
        this.links = links;
        this.interfaces = interfaces;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/unlinked")
    @Requires(Permission.SBOM_READ)
    Page unlinked(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        return workList(places.of(id), q, after, Form.empty());
    }

    /// @param function  which depends on them, or `none`
    /// @param sure      whether the person has seen what it changes
    @PostMapping(LINKS)
    @Requires(Permission.PERFORMANCE_WRITE)
    ModelAndView link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> line,
            @RequestParam(defaultValue = "") List<UUID> port,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response) {
        Subject subject = places.of(id);
        try {
            LinkOrder order = new LinkOrder(
                    line.stream().filter(key -> !key.isEmpty()).toList(), port, FunctionChoice.read(function), why);
            if (!sure) {
                return preview(subject, order, links.preview(visibility.reader(), subject, order), function);
            }
            LinkPreview done = links.apply(actor.caller(), visibility.reader(), subject, order);
            Notices.say(
                    response, "%s linked.".formatted(Words.counted(done.added().size(), "is", "are")));
            return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + "/unlinked");
        } catch (ProblemException e) {
            Form form = new Form(
                            Map.of("function", function, "why", why, "lines", String.join(" ", line)),
                            Map.of(),
                            null,
                            0)
                    .refused(e);
            return workList(subject, null, null, form)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    /// @param function  a function's id, `none`, or nothing for all
    /// @param line      the key of a component's line
    @GetMapping(LINKS)
    @Requires(Permission.SBOM_READ)
    Page links(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(required = false) @Nullable String line,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String after) {
        Subject subject = places.of(id);
        boolean none = function.equals(FunctionChoice.NONE);
        FunctionId of = none || function.isEmpty() ? null : FunctionChoice.read(function);
        return places.below("performance/links", subject, "What the functions depend on")
                .with("functions", performances.functions(subject))
                .with("function", function)
                .with("line", line)
                .with("ended", ended)
                .with("links", links.list(subject, of, none, ended, line, after, Slice.USUAL_LIMIT));
    }

    @PostMapping("/links/{link}/end")
    @Requires(Permission.PERFORMANCE_WRITE)
    ModelAndView end(
            @PathVariable UUID id,
            @PathVariable UUID link,
            @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        Subject subject = places.of(id);
        links.end(actor.caller(), subject, link, why);
        Notices.say(response, "The link has ended. What has no other is on the work list again.");
        return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + LINKS);
    }

    private Page workList(Subject subject, @Nullable String q, @Nullable String after, Form form) {
        return places.below("performance/unlinked", subject, "Components without a link")
                .with("counts", links.counts(visibility.reader(), subject))
                .with("functions", performances.functions(subject))
                .with("interfaces", interfaces.list(subject))
                .with("q", q)
                .with("form", form)
                .with("unlinked", links.unlinked(visibility.reader(), subject, q, after, Slice.USUAL_LIMIT));
    }

    private Page preview(Subject subject, LinkOrder order, LinkPreview preview, String function) {
        String named = performances.functions(subject).stream()
                .filter(one -> one.id().equals(order.function()))
                .map(one -> one.name())
                .findFirst()
                .orElse("");
        return places.below("performance/link-preview", subject, "What this would change")
                .crumb("Components without a link", PerformancePlaces.path(subject) + "/unlinked")
                .with("order", order)
                .with("function", function)
                .with("functionName", named)
                .with("preview", preview);
    }
}
