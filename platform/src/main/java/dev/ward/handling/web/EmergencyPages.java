package dev.ward.handling.web;

import dev.ward.handling.EmergencyDraft;
import dev.ward.handling.EmergencyOpenings;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Opens an embargoed case in an emergency, and lists for those who watch over it that it was done.
@Controller
class EmergencyPages {

    static final String TITLE = "Open a case in an emergency";
    static final String HERE = "/cases/emergency";

    private final EmergencyOpenings openings;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    EmergencyPages(EmergencyOpenings openings, Signing signing, CurrentActor actor, Visibility visibility) {
        this.openings = openings;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping(HERE)
    @Requires(Permission.EMERGENCY_OPEN)
    Page form(@RequestParam(required = false) @Nullable String number) {
        return page(new Form(number == null ? Map.of() : Map.of("number", number), Map.of(), null, 0));
    }

    @PostMapping(HERE + "/sign-opening")
    @Requires(Permission.EMERGENCY_OPEN)
    ModelAndView open(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            EmergencyDraft draft = EmergencyDraft.of(sent.get("number"), sent.get("because"));
            openings.open(signing.confirm(actor.caller(), Shown.of(sent)), visibility.reader(), draft);
            Notices.say(response, "The case is open to you for 24 hours. All who are read in see that, and why.");
            return CaseActPages.to(draft.number());
        } catch (ProblemException e) {
            if (e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            return page(new Form(Shown.withheld(sent), Map.of(), null, 0).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @GetMapping("/cases/emergencies")
    @Requires(Permission.EMERGENCY_WATCH)
    Page list(@RequestParam(defaultValue = "false") boolean all) {
        return Page.of("handling/emergencies", Section.CASES, "Opened in an emergency")
                .crumb("Cases", "/cases")
                .with("all", all)
                .with("openings", openings.list(visibility.reader(), !all));
    }

    private Page page(Form form) {
        return Page.of("handling/emergency", Section.CASES, TITLE)
                .crumb("Cases", "/cases")
                .with("hours", EmergencyOpenings.LASTS.toHours())
                .with("first", signing.isFirst(actor.caller()))
                .with("form", form);
    }
}
