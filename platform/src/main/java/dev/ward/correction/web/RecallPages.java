package dev.ward.correction.web;

import dev.ward.correction.Recall;
import dev.ward.correction.RecallDraft;
import dev.ward.correction.Recalls;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueCrumbs;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The recalls of a case, and what is entered of each.
@Controller
@RequestMapping("/cases/{number}/due/recall")
class RecallPages {

    private final Recalls recalls;
    private final Cases cases;
    private final CurrentActor actor;
    private final Visibility visibility;

    RecallPages(Recalls recalls, Cases cases, CurrentActor actor, Visibility visibility) {
        this.recalls = recalls;
        this.cases = cases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page list(@PathVariable CaseNumber number) {
        return crumbs(Page.of("correction/recalls", Section.DUE, "Recalls"), number)
                .with("number", number)
                .with("recalls", recalls.of(reader(), number))
                .with("today", recalls.today());
    }

    @PostMapping
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView open(@PathVariable CaseNumber number, HttpServletResponse response) {
        Recall opened = recalls.open(actor.get(), reader(), number);
        Notices.say(response, "Opened. Enter what is known of it.");
        return new ModelAndView("redirect:" + here(number) + "/" + opened.id());
    }

    @GetMapping("/{id}")
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number, @PathVariable UUID id) {
        return show(number, id, Form.empty());
    }

    /// Anything but a status report.
    @PostMapping("/{id}/entry")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView enter(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                "entry",
                sent,
                here(number) + "/" + id,
                response,
                () -> {
                    // one field holds what the kind asks for: words, weeks or a day
                    String value = sent.get("entrySaid");
                    recalls.enter(
                            actor.get(), reader(), number, id, draft("entry", sent, sent.get("entryKind"), value));
                    return "Kept.";
                },
                form -> show(number, id, moved(form)));
    }

    /// What is wrong with a day is wrong with the one field that holds it.
    private static Form moved(Form form) {
        String wrong = form.errors().get("entryDay");
        return wrong == null ? form : new Form(form.values(), Map.of("entrySaid", wrong), null, 0);
    }

    @PostMapping("/{id}/status")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView report(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                "status",
                sent,
                here(number) + "/" + id,
                response,
                () -> {
                    recalls.enter(
                            actor.get(), reader(), number, id, draft("status", sent, "status", sent.get("statusDay")));
                    return "Kept.";
                },
                form -> show(number, id, form));
    }

    private static RecallDraft draft(
            String act, Map<String, String> sent, @Nullable String kind, @Nullable String value) {
        return new RecallDraft(
                kind,
                value,
                value,
                sent.get(act + "Notified"),
                sent.get(act + "Responding"),
                sent.get(act + "Corrected"),
                sent.get(act + "Returned"),
                sent.get(act + "Checks"),
                sent.get(act + "Note"),
                sent.get(act + "Corrects"));
    }

    private Page show(CaseNumber number, UUID id, Form form) {
        Recall recall = recalls.get(reader(), number, id);
        return crumbs(Page.of("correction/recall", Section.DUE, recall.title()), number)
                .crumb("Recalls", here(number))
                .with("number", number)
                .with("recall", recall)
                .with("today", recalls.today())
                .with("form", form);
    }

    private Page crumbs(Page page, CaseNumber number) {
        return DueCrumbs.on(page, cases.get(reader(), number));
    }

    private static String here(CaseNumber number) {
        return "/cases/" + number + "/due/recall";
    }

    private Reader reader() {
        return visibility.reader();
    }
}
