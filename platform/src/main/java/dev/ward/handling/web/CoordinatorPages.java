package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.Coordinator;
import dev.ward.handling.CoordinatorDraft;
import dev.ward.handling.CoordinatorKind;
import dev.ward.handling.Coordinators;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who coordinates a case beside us: all of them, and one with all that was said of it.
@Controller
@RequestMapping("/cases/{number}/coordinators")
class CoordinatorPages {

    static final String TITLE = "Coordinators";

    private static final String ACT = "said";

    private final Coordinators coordinators;
    private final Cases cases;
    private final CurrentActor actor;
    private final Visibility visibility;

    CoordinatorPages(Coordinators coordinators, Cases cases, CurrentActor actor, Visibility visibility) {
        this.coordinators = coordinators;
        this.cases = cases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.CASE_READ)
    Page list(@PathVariable CaseNumber number) {
        return all(number, Form.empty());
    }

    @PostMapping
    @Requires(Permission.CASE_WRITE)
    ModelAndView add(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return Acts.done(
                ACT,
                sent,
                here(number),
                response,
                () -> {
                    coordinators.add(actor.get(), reader(), number, draft(sent));
                    return "Added.";
                },
                form -> all(number, form));
    }

    @GetMapping("/{coordinator}")
    @Requires(Permission.CASE_READ)
    Page show(@PathVariable CaseNumber number, @PathVariable UUID coordinator) {
        Coordinator last = coordinators.versions(reader(), number, coordinator).getFirst();
        return one(number, coordinator, new Form(typed(last.said()), Map.of(), null, 0));
    }

    @PostMapping("/{coordinator}")
    @Requires(Permission.CASE_WRITE)
    ModelAndView change(
            @PathVariable CaseNumber number,
            @PathVariable UUID coordinator,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                ACT,
                sent,
                here(number),
                response,
                () -> {
                    coordinators.change(actor.get(), reader(), number, coordinator, version(sent), draft(sent));
                    return "Changed. What was said before stays.";
                },
                form -> one(number, coordinator, form));
    }

    @PostMapping("/{coordinator}/withdraw")
    @Requires(Permission.CASE_WRITE)
    ModelAndView withdraw(
            @PathVariable CaseNumber number,
            @PathVariable UUID coordinator,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                "withdraw",
                sent,
                here(number),
                response,
                () -> {
                    coordinators.withdraw(
                            actor.get(), reader(), number, coordinator, version(sent), sent.get("withdrawBecause"));
                    return "Withdrawn.";
                },
                form -> one(number, coordinator, form));
    }

    private Page all(CaseNumber number, Form form) {
        return page("handling/coordinators", number, TITLE)
                .with("coordinators", coordinators.list(reader(), number))
                .with("open", cases.get(reader(), number).isOpen())
                .with("form", form);
    }

    private Page one(CaseNumber number, UUID id, Form form) {
        List<Coordinator> versions = coordinators.versions(reader(), number, id);
        return page("handling/coordinator", number, versions.getFirst().said().name())
                .crumb(TITLE, here(number))
                .with("versions", versions)
                .with("form", form);
    }

    private Page page(String view, CaseNumber number, String title) {
        return Page.of(view, Section.CASES, title)
                .crumb("Cases", "/cases")
                .crumb(cases.get(reader(), number).title(), "/cases/" + number)
                .with("number", number);
    }

    private static String here(CaseNumber number) {
        return "/cases/" + number + "/coordinators";
    }

    private static int version(Map<String, String> sent) {
        return Sent.needed("version", Sent.read("version", sent.get("version"), "is no number", Integer::valueOf));
    }

    private static CoordinatorDraft draft(Map<String, String> sent) {
        return new CoordinatorDraft(
                Worded.required("kind", sent.get("saidKind"), CoordinatorKind.values()),
                sent.getOrDefault("saidName", ""),
                sent.get("saidReference"),
                sent.get("saidContact"),
                Sent.date("agreed", sent.get("saidAgreed")),
                sent.get("saidAdvisory"),
                Sent.date("published", sent.get("saidPublished")));
    }

    private static Map<String, String> typed(CoordinatorDraft said) {
        Map<String, String> typed = new HashMap<>();
        typed.put("saidKind", said.kind().word());
        typed.put("saidName", said.name());
        typed.put("saidReference", Objects.toString(said.reference(), ""));
        typed.put("saidContact", Objects.toString(said.contact(), ""));
        typed.put("saidAgreed", Objects.toString(said.agreed(), ""));
        typed.put("saidAdvisory", Objects.toString(said.advisory(), ""));
        typed.put("saidPublished", Objects.toString(said.published(), ""));
        return typed;
    }

    private Reader reader() {
        return visibility.reader();
    }
}
