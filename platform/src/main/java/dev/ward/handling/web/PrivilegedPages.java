package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.PrivilegedNotes;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The privileged notes of a case, on a page of their own.
@Controller
@RequestMapping("/cases/{number}/privileged")
@Requires(Permission.PRIVILEGED_NOTE)
class PrivilegedPages {

    static final String TITLE = "Privileged notes";

    private final PrivilegedNotes notes;
    private final Cases cases;
    private final CurrentActor actor;
    private final Visibility visibility;

    PrivilegedPages(PrivilegedNotes notes, Cases cases, CurrentActor actor, Visibility visibility) {
        this.notes = notes;
        this.cases = cases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    Page show(@PathVariable CaseNumber number) {
        return page(number, Form.empty());
    }

    @PostMapping
    ModelAndView write(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            notes.write(actor.get(), visibility.reader(), number, sent.get("note"));
            Notices.say(response, "The note is kept. The audit trail says that one was written, not what it says.");
            return new ModelAndView("redirect:/cases/" + number + "/privileged");
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID) {
                throw e;
            }
            return page(number, new Form(sent, Map.of(), null, 0).refused(e)).status(HttpStatus.BAD_REQUEST);
        }
    }

    private Page page(CaseNumber number, Form form) {
        return Page.of("handling/privileged", Section.CASES, TITLE)
                .crumb("Cases", "/cases")
                .crumb(cases.get(visibility.reader(), number).title(), "/cases/" + number)
                .with("number", number)
                .with("notes", notes.list(actor.get(), visibility.reader(), number))
                .with("form", form);
    }
}
