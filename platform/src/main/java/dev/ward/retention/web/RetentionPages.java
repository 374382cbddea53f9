package dev.ward.retention.web;

import dev.ward.customer.Contacts;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.retention.LegalHolds;
import dev.ward.retention.Purges;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import dev.ward.retention.Retention;
import dev.ward.retention.Retentions;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/// What is held and was purged, and for one record until when it is kept.
@Controller
@RequestMapping("/records")
class RetentionPages {

    static final String TITLE = "Holds and purges";
    static final String HERE = "/records";

    private static final int MOST = 100;

    private final Retentions retentions;
    private final LegalHolds holds;
    private final Purges purges;
    private final Contacts contacts;
    private final Asked asked;
    private final CurrentActor actor;
    private final Visibility visibility;

    RetentionPages(
            Retentions retentions,
            LegalHolds holds,
            Purges purges,
            Contacts contacts,
            Asked asked,
            CurrentActor actor,
            Visibility visibility) {
        this.retentions = retentions;
        this.holds = holds;
        this.purges = purges;
        this.contacts = contacts;
        this.asked = asked;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.CASE_READ)
    Page list() {
        Reader reader = visibility.reader();
        return Page.of("retention/list", Section.PROGRAM, TITLE)
                .with(
                        "holds",
                        holds.standing(reader, MOST).stream()
                                .filter(one -> asked.maySee(one.of().kind()))
                                .toList())
                .with(
                        "purges",
                        purges.last(reader, MOST).stream()
                                .filter(one -> asked.maySee(one.of().kind()))
                                .toList())
                .with("left", asked.maySee(RecordKind.CONTACT) ? contacts.left(reader, MOST) : List.of());
    }

    @GetMapping("/{kind}/{id}")
    @Requires(Permission.CASE_READ)
    Page show(@PathVariable String kind, @PathVariable String id) {
        return page(asked.record(kind, id), Form.empty());
    }

    private Page page(RecordName name, Form form) {
        Reader reader = visibility.reader();
        Retention retention = retentions.get(reader, name);
        return Page.of("retention/record", Section.PROGRAM, retention.title())
                .crumb(TITLE, HERE)
                .with("retention", retention)
                .with("holds", holds.of(reader, name))
                .with(
                        "purges",
                        purges.of(reader, name).stream()
                                .map(one -> new SignedPurge(one, purges.signatures(one)))
                                .toList())
                .with("form", form);
    }

    @PostMapping("/{kind}/{id}/holds")
    @Requires(Permission.LEGAL_HOLD)
    ModelAndView place(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        RecordName name = asked.record(kind, id);
        try {
            holds.place(actor.get(), visibility.reader(), name, sent.get("name"), sent.get("reason"));
            Notices.say(response, "The hold is placed. Nothing is purged while it holds.");
            return new ModelAndView("redirect:" + name.page());
        } catch (ProblemException e) {
            return again(name, sent, e);
        }
    }

    @PostMapping("/holds/{hold}/lift")
    @Requires(Permission.LEGAL_HOLD)
    ModelAndView lift(@PathVariable UUID hold, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        RecordName name = holds.get(visibility.reader(), hold).of();
        asked.confirm(name);
        try {
            holds.lift(actor.get(), visibility.reader(), hold, sent.get("lift-" + hold));
            Notices.say(response, "The hold is lifted.");
            return new ModelAndView("redirect:" + name.page());
        } catch (ProblemException e) {
            return again(name, sent, e);
        }
    }

    private ModelAndView again(RecordName name, Map<String, String> sent, ProblemException e) {
        if (e.problem() == Problem.NOT_FOUND) {
            throw e;
        }
        return page(name, new Form(sent, Map.of(), null, 0).refused(e))
                .status(HttpStatus.valueOf(e.problem().status()));
    }
}
