package dev.ward.handling.web;

import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.Phase;
import dev.ward.handling.PhaseLags;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalId;
import dev.ward.handling.Signals;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.RecordViewed;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list of cases, the form to open one, and the case room.
@Controller
@RequestMapping("/cases")
class CasePages {

    private static final String LIST = "/cases";

    private final Cases cases;
    private final PhaseLags phases;
    private final CaseTeams teams;
    private final Signals signals;
    private final CaseOpening opening;
    private final CaseRoom room;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Visibility visibility;

    CasePages(
            Cases cases,
            PhaseLags phases,
            CaseTeams teams,
            Signals signals,
            CaseOpening opening,
            CaseRoom room,
            ApplicationEventPublisher events,
            CurrentActor actor,
            Visibility visibility) {
        this.actor = actor;
        this.cases = cases;
        this.phases = phases;
        this.teams = teams;
        this.signals = signals;
        this.opening = opening;
        this.room = room;
        this.events = events;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.CASE_READ)
    Page list(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(defaultValue = "false") boolean lags,
            @RequestParam(required = false) @Nullable String after) {
        String named = vulnerability == null || vulnerability.isBlank() ? null : vulnerability.strip();
        CaseFilter filter = new CaseFilter(
                closed, Worded.typed("phase", phase, Phase.values()), Sent.account("owner", owner), named);
        boolean lagging = lags && !closed;
        Slice<VulnerabilityCase> slice = lagging
                ? phases.lagging(visibility.reader(), filter, after, Slice.USUAL_LIMIT)
                : cases.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT);
        return Page.of("handling/cases", Section.CASES, "Cases")
                .with("lagging", lagging)
                .with("lags", phases.of(visibility.reader(), slice.items()))
                .with("filter", filter)
                .with("people", teams.names(visibility.reader()))
                .with("cases", slice);
    }

    @GetMapping("/new")
    @Requires(Permission.CASE_WRITE)
    Page form(
            @RequestParam(required = false) @Nullable String signal,
            @RequestParam(required = false) @Nullable String vulnerability) {
        Map<String, String> values = new HashMap<>();
        values.put("vulnerabilities", Objects.requireNonNullElse(vulnerability, ""));
        SignalId of = Sent.signal("signal", signal);
        if (of != null) {
            Signal known = signals.get(visibility.reader(), of);
            values.put("signal", of.toString());
            values.put("title", known.title());
            values.put("vulnerabilities", String.join(", ", known.vulnerabilities()));
        }
        return newPage(new Form(values, Map.of(), null, 0));
    }

    @PostMapping
    @Requires(Permission.CASE_WRITE)
    ModelAndView open(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            VulnerabilityCase opened = opening.open(
                    new CaseDraft(sent.getOrDefault("title", ""), sent.get("description")),
                    Sent.names(sent.get("vulnerabilities")),
                    sent.containsKey("own"),
                    Sent.signal("signal", sent.get("signal")),
                    secret(sent));
            Notices.say(response, "Case %s is open.".formatted(opened.number()));
            return new ModelAndView("redirect:" + LIST + "/" + opened.number());
        } catch (ProblemException e) {
            Map<String, String> values = new HashMap<>();
            List.of("title", "description", "vulnerabilities", "own", "signal", "zone", "until", "onLeak")
                    .forEach(name -> values.put(name, sent.getOrDefault(name, "")));
            values.put("secret", Boolean.toString(secret(sent) != null));
            return newPage(new Form(values, Map.of(), null, 0).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    /// Who says until when it is secret, or what happens if it leaks, means that it is, box or no box.
    private static @Nullable EmbargoDraft secret(Map<String, String> sent) {
        boolean meant = sent.containsKey("secret")
                || !sent.getOrDefault("until", "").isBlank()
                || !sent.getOrDefault("onLeak", "").isBlank();
        return meant ? new EmbargoDraft(sent.get("until"), sent.get("zone"), sent.get("onLeak")) : null;
    }

    @GetMapping("/{number}")
    @Requires(Permission.CASE_READ)
    Page show(@PathVariable CaseNumber number) {
        Optional<VulnerabilityCase> found = cases.find(visibility.reader(), number);
        found.ifPresent(one -> events.publishEvent(new RecordViewed("case", one.id())));
        return found.isPresent() || !actor.may(Permission.EMERGENCY_OPEN)
                ? room.page(number, Form.empty())
                : Page.of("handling/case-missing", Section.CASES, Problem.NOT_FOUND.title())
                        .crumb("Cases", LIST)
                        .with("number", number)
                        .status(HttpStatus.NOT_FOUND);
    }

    private static Page newPage(Form form) {
        return Page.of("handling/case-form", Section.CASES, "Open a case")
                .crumb("Cases", LIST)
                .with("form", form);
    }
}
