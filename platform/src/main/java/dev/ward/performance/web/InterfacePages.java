package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.performance.DeviceInterface;
import dev.ward.performance.DeviceInterface.Direction;
import dev.ward.performance.DeviceInterface.Kind;
import dev.ward.performance.InterfaceId;
import dev.ward.performance.Interfaces;
import dev.ward.performance.Subject;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
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

/// The small list of a model's interfaces.
@Controller
@RequestMapping("/performance/{id}/interfaces")
@Requires(Permission.PERFORMANCE_WRITE)
class InterfacePages {

    private final PerformancePlaces places;
    private final Interfaces interfaces;
    private final CurrentActor actor;

    InterfacePages(PerformancePlaces places, Interfaces interfaces, CurrentActor actor) {
        this.places = places;
        this.interfaces = interfaces;
        this.actor = actor;
    }

    @GetMapping
    @Requires(Permission.PRODUCT_READ)
    Page list(@PathVariable UUID id) {
        return page(places.of(id), Form.empty());
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "UNKNOWN") Kind kind,
            @RequestParam(defaultValue = "UNKNOWN") Direction direction,
            HttpServletResponse response) {
        Subject subject = places.of(id);
        try {
            DeviceInterface added = interfaces.add(actor.caller(), subject, name, kind, direction);
            Notices.say(response, "Interface \"%s\" is added.".formatted(added.name()));
            return to(subject);
        } catch (ProblemException e) {
            Map<String, String> typed = Map.of("name", name, "kind", kind.name(), "direction", direction.name());
            return page(subject, new Form(typed, Map.of(), null, 0).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @PostMapping("/{port}/retire")
    ModelAndView retire(@PathVariable UUID id, @PathVariable UUID port, HttpServletResponse response) {
        Subject subject = places.of(id);
        interfaces.retire(actor.caller(), subject, new InterfaceId(port));
        Notices.say(response, "The interface is removed, and its links have ended.");
        return to(subject);
    }

    private Page page(Subject subject, Form form) {
        return places.below("performance/interfaces", subject, "Interfaces of " + subject.name())
                .with("interfaces", interfaces.list(subject))
                .with("form", form);
    }

    private static ModelAndView to(Subject subject) {
        return new ModelAndView("redirect:" + PerformancePlaces.path(subject) + "/interfaces");
    }
}
