package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.ClockPauses;
import dev.ward.web.Acts;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The forms that let one of our own clocks stand still and go on.
@Controller
@RequestMapping("/cases/{number}/due/pauses")
@Requires(Permission.OBLIGATION_WRITE)
class PausePages {

    private final DuePage page;
    private final ClockPauses pauses;
    private final CurrentActor actor;
    private final Visibility visibility;

    PausePages(DuePage page, ClockPauses pauses, CurrentActor actor, Visibility visibility) {
        this.page = page;
        this.pauses = pauses;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping("/begin")
    ModelAndView begin(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "pause", sent, response, () -> {
            pauses.pause(
                    actor.get(),
                    visibility.reader(),
                    number,
                    sent.get("pauseClock"),
                    sent.get("pauseFrom"),
                    sent.get("pauseReason"));
            return "It stands still. Its end moves until it goes on.";
        });
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "resume", sent, response, () -> {
            pauses.end(
                    actor.get(),
                    visibility.reader(),
                    number,
                    TypedText.id("pause", sent.get("resumePause")),
                    sent.get("resumeUntil"),
                    sent.get("resumeReason"));
            return "It goes on.";
        });
    }

    private ModelAndView act(
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<@Nullable String> done) {
        return Acts.done(act, sent, "/cases/" + number + "/due", response, done, form -> page.page(number, form));
    }
}
