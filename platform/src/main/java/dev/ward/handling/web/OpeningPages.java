package dev.ward.handling.web;

import dev.ward.handling.OpeningRules;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The rule that opens cases, what it would open now, and its earlier versions.
@Controller
@RequestMapping("/case-rules")
class OpeningPages {

    private static final String HERE = "/case-rules";
    private static final int SHOWN = 50;

    private final OpeningRules rules;
    private final CurrentActor actor;
    private final Visibility visibility;

    OpeningPages(OpeningRules rules, CurrentActor actor, Visibility visibility) {
        this.rules = rules;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.CASE_READ)
    Page show() {
        return page(Form.empty());
    }

    @PostMapping
    @Requires(Permission.CASE_WRITE)
    ModelAndView change(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            rules.change(
                    actor.get(),
                    version(sent),
                    sent.containsKey("ruleKev"),
                    sent.containsKey("ruleExploited"),
                    Sent.read("score", sent.get("ruleScore"), "is no number", Double::valueOf),
                    sent.containsKey("ruleExactly"),
                    sent.get("ruleBecause"));
            Notices.say(response, "The rule has a new version. Nothing was opened.");
            return new ModelAndView("redirect:" + HERE);
        } catch (ProblemException e) {
            return refused(sent, "rule", e);
        }
    }

    @PostMapping("/open")
    @Requires(Permission.CASE_WRITE)
    ModelAndView open(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            int opened =
                    rules.open(actor.get(), visibility.reader(), version(sent)).size();
            Notices.say(response, Words.counted(opened, "case is", "cases are") + " open.");
            return new ModelAndView("redirect:/cases?phase=receipt");
        } catch (ProblemException e) {
            return refused(sent, "open", e);
        }
    }

    private ModelAndView refused(Map<String, String> sent, String act, ProblemException e) {
        return page(Acts.refused(sent, act, e))
                .status(HttpStatus.valueOf(e.problem().status()));
    }

    private static int version(Map<String, String> sent) {
        return Sent.needed("version", Sent.read("version", sent.get("version"), "is no number", Integer::valueOf));
    }

    private Page page(Form form) {
        return Page.of("handling/opening", Section.CASES, "Which cases open by rule")
                .crumb("Cases", "/cases")
                .with("preview", rules.preview(visibility.reader(), SHOWN))
                .with("versions", rules.versions())
                .with("form", form);
    }
}
