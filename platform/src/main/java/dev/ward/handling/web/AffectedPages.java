package dev.ward.handling.web;

import dev.ward.handling.AffectedMatrix;
import dev.ward.handling.Inquiries;
import dev.ward.handling.Inquiry;
import dev.ward.handling.InquiryId;
import dev.ward.handling.InquiryQuestion;
import dev.ward.handling.StatementBasis;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Are we affected?": the question, the matrix, what may be said meanwhile, and the log, on one screen.
@Controller
@RequestMapping("/affected")
class AffectedPages {

    private static final String HERE = "/affected";

    private final Inquiries inquiries;
    private final CurrentActor actor;
    private final Visibility visibility;

    AffectedPages(Inquiries inquiries, CurrentActor actor, Visibility visibility) {
        this.inquiries = inquiries;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.CASE_READ)
    ModelAndView ask(
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(defaultValue = "false") boolean beginning,
            @RequestParam(required = false) @Nullable String versions,
            @RequestParam(required = false) @Nullable String after) {
        Map<String, String> values = Map.of(
                "component",
                Objects.requireNonNullElse(component, ""),
                "beginning",
                beginning ? "true" : "",
                "versions",
                Objects.requireNonNullElse(versions, ""),
                "title",
                "");
        Form form = new Form(values, Map.of(), null, 0);
        if (component == null || component.isBlank()) {
            return page(form, null, after);
        }
        try {
            return page(form, new InquiryQuestion(component, beginning, versions), after);
        } catch (ProblemException e) {
            return page(form.refused(e), null, after)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(Form form, @Nullable InquiryQuestion question, @Nullable String after) {
        return Page.of("handling/affected", Section.CASES, "Are we affected?")
                .with("question", question)
                .with("matrix", question == null ? null : inquiries.ask(visibility.reader(), question))
                .with("inquiries", inquiries.list(visibility.reader(), after, Slice.USUAL_LIMIT))
                .with("form", form);
    }

    @PostMapping
    @Requires(Permission.CASE_WRITE)
    ModelAndView keep(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        try {
            InquiryQuestion question = new InquiryQuestion(
                    sent.getOrDefault("component", ""),
                    sent.getOrDefault("beginning", "").equals("true"),
                    sent.get("versions"));
            Inquiry kept = inquiries.keep(actor.get(), sent.get("title"), question);
            Notices.say(response, "The question is kept.");
            return new ModelAndView("redirect:" + HERE + "/" + kept.id());
        } catch (ProblemException e) {
            return page(new Form(sent, Map.of(), null, 0).refused(e), null, null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.CASE_READ)
    Page show(@PathVariable InquiryId id, @RequestParam(defaultValue = "false") boolean proposed) {
        return show(id, Form.empty(), proposed);
    }

    /// @param proposed  whether the statement begins anew with what the matrix says now
    private Page show(InquiryId id, Form form, boolean proposed) {
        Inquiry inquiry = inquiries.get(visibility.reader(), id);
        AffectedMatrix matrix = inquiries.ask(visibility.reader(), inquiry.question());
        return Page.of("handling/inquiry", Section.CASES, inquiry.title())
                .crumb("Are we affected?", HERE)
                .with("inquiry", inquiry)
                .with("matrix", matrix)
                .with("proposal", inquiries.proposal(inquiry, matrix))
                .with("proposed", proposed || inquiry.statement() == null)
                .with("log", inquiries.log(visibility.reader(), id))
                .with("form", form);
    }

    @PostMapping("/{id}/statement")
    @Requires(Permission.CASE_WRITE)
    ModelAndView state(
            @PathVariable InquiryId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(id, sent, response, "Written down.", () -> {
            Instant looked = Sent.instant("looked", sent.get("looked"));
            StatementBasis began = looked == null ? null : new StatementBasis(sent.getOrDefault("matrix", ""), looked);
            inquiries.state(actor.get(), visibility.reader(), id, revision(sent), sent.get("statement"), began);
        });
    }

    @PostMapping("/{id}/next")
    @Requires(Permission.CASE_WRITE)
    ModelAndView tellBy(
            @PathVariable InquiryId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(id, sent, response, "Written down.", () -> {
            Instant next = Sent.instant("next", sent.get("next"));
            inquiries.tellBy(actor.get(), visibility.reader(), id, revision(sent), next);
        });
    }

    private static int revision(Map<String, String> sent) {
        return Sent.needed("revision", Sent.read("revision", sent.get("revision"), "is no number", Integer::valueOf));
    }

    @PostMapping("/{id}/log")
    @Requires(Permission.CASE_WRITE)
    ModelAndView note(
            @PathVariable InquiryId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                id,
                sent,
                response,
                "Logged.",
                () -> inquiries.note(
                        actor.get(),
                        visibility.reader(),
                        id,
                        sent.get("entry"),
                        sent.getOrDefault("with", "").equals("true")));
    }

    @PostMapping("/{id}/case")
    @Requires(Permission.CASE_WRITE)
    ModelAndView open(
            @PathVariable InquiryId id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(id, sent, response, "The case is open.", () -> inquiries.open(actor.get(), visibility.reader(), id));
    }

    private ModelAndView act(
            InquiryId id, Map<String, String> sent, HttpServletResponse response, String done, Runnable work) {
        try {
            work.run();
            Notices.say(response, done);
            return new ModelAndView("redirect:" + HERE + "/" + id);
        } catch (ProblemException e) {
            return show(id, new Form(sent, Map.of(), null, 0).refused(e), false)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }
}
