package dev.ward.handling.web;

import dev.ward.document.Arrival;
import dev.ward.handling.Disposition;
import dev.ward.handling.Origin;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalActs;
import dev.ward.handling.SignalFilter;
import dev.ward.handling.SignalId;
import dev.ward.handling.SignalSection;
import dev.ward.handling.SignalState;
import dev.ward.handling.Signals;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.ProblemException;
import dev.ward.web.RecordViewed;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import dev.ward.web.UploadedFile;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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

/// The inbox of signals, the form to enter one, and the page of one with all that can be done with it.
@Controller
@RequestMapping("/signals")
class SignalPages {

    private static final String LIST = "/signals";

    private final Signals signals;
    private final SignalActs acts;
    private final PayloadIntake intake;
    private final List<SignalSection> sections;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Visibility visibility;

    SignalPages(
            Signals signals,
            SignalActs acts,
            PayloadIntake intake,
            List<SignalSection> sections,
            ApplicationEventPublisher events,
            CurrentActor actor,
            Visibility visibility) {
        this.sections = List.copyOf(sections);
        this.signals = signals;
        this.acts = acts;
        this.intake = intake;
        this.events = events;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.SIGNAL_READ)
    Page list(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String after) {
        boolean named = !state.isEmpty() && !state.equals("waiting") && !state.equals("all");
        SignalFilter filter = new SignalFilter(
                named ? Worded.typed("state", state, SignalState.values()) : null,
                state.equals("waiting"),
                Worded.typed("origin", origin, Origin.values()),
                null);
        return Page.of("handling/signals", Section.CASES, "Signals")
                .with("filter", filter)
                .with("signals", signals.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/new")
    @Requires(Permission.SIGNAL_WRITE)
    Page form() {
        return newPage(Form.empty());
    }

    @PostMapping
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView enter(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            Signal signal = intake.enter(SignalForm.draft(sent), sent.get("payload"), "payload.txt");
            Notices.say(response, "The signal is entered.");
            return to(signal.id());
        } catch (ProblemException e) {
            return newPage(SignalForm.form(sent).refused(e)).status(status(e));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.SIGNAL_READ)
    Page show(@PathVariable SignalId id) {
        Page page = page(id, Form.empty());
        events.publishEvent(new RecordViewed("signal", id.value()));
        return page;
    }

    @PostMapping("/{id}/payload")
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView attach(@PathVariable SignalId id, @Nullable UploadedFile file, HttpServletResponse response) {
        signals.get(visibility.reader(), id);
        if (file == null) {
            throw TypedText.refused("file", "No file was chosen.", "is missing");
        }
        try (Arrival arrival = intake.receive(file.content())) {
            signals.attach(actor.get(), visibility.reader(), id, arrival, file.name());
        }
        Notices.say(response, "Kept byte for byte.");
        return to(id);
    }

    @PostMapping("/{id}/acknowledge")
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView acknowledge(
            @PathVariable SignalId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                "acknowledge",
                sent,
                response,
                "Acknowledged.",
                () -> acts.acknowledge(actor.get(), visibility.reader(), id, sent.get("acknowledgeBecause")));
    }

    @PostMapping("/{id}/triage")
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView triage(
            @PathVariable SignalId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                "triage",
                sent,
                response,
                "Triaged.",
                () -> acts.triage(actor.get(), visibility.reader(), id, sent.get("triageBecause")));
    }

    @PostMapping("/{id}/join")
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView join(@PathVariable SignalId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                "join",
                sent,
                response,
                "Joined to the case.",
                () -> acts.join(
                        actor.get(),
                        visibility.reader(),
                        id,
                        Sent.needed("case", Sent.number("case", sent.get("joinCase"))),
                        sent.get("joinBecause")));
    }

    @PostMapping("/{id}/disposition")
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView disposition(
            @PathVariable SignalId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                "disposition",
                sent,
                response,
                "Dispositioned. It can be reopened.",
                () -> acts.disposition(
                        actor.get(),
                        visibility.reader(),
                        id,
                        Worded.required("disposition", sent.get("dispositionDisposition"), Disposition.values()),
                        Sent.signal("duplicateOf", sent.get("dispositionDuplicateOf")),
                        sent.get("dispositionBecause")));
    }

    @PostMapping("/{id}/reopen")
    @Requires(Permission.SIGNAL_WRITE)
    ModelAndView reopen(
            @PathVariable SignalId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                "reopen",
                sent,
                response,
                "Reopened.",
                () -> acts.reopen(actor.get(), visibility.reader(), id, sent.get("reopenBecause")));
    }

    private ModelAndView act(
            SignalId id,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            String done,
            Runnable work) {
        return Acts.done(
                act,
                sent,
                "/signals/" + id,
                response,
                () -> {
                    work.run();
                    return done;
                },
                form -> page(id, form));
    }

    private Page page(SignalId id, Form form) {
        Signal signal = signals.get(visibility.reader(), id);
        return Page.of("handling/signal", Section.CASES, signal.title())
                .crumb("Signals", LIST)
                .with("signal", signal)
                .with("history", signals.history(visibility.reader(), id))
                .with("parts", PagePart.of(sections, actor::may, signal))
                .with("alike", signals.alike(visibility.reader(), id))
                .with("form", form);
    }

    private static Page newPage(Form form) {
        return Page.of("handling/signal-form", Section.CASES, "Enter a signal")
                .crumb("Signals", LIST)
                .with("form", form);
    }

    private static ModelAndView to(SignalId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }

    private static HttpStatus status(ProblemException e) {
        return HttpStatus.valueOf(e.problem().status());
    }
}
