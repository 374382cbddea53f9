package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.DueCrumbs;
import dev.ward.regulation.EventDraft;
import dev.ward.regulation.EventWithdrawals;
import dev.ward.regulation.Obligations;
import dev.ward.regulation.RuleBooks;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The events of a case: what happened, whether the vulnerability contributed, and under which numbers
/// it was reported.
@Controller
@RequestMapping("/cases/{number}/due/events")
class EventPages {

    private final AdverseEvents events;
    private final EventWithdrawals withdrawals;
    private final Cases cases;
    private final Obligations obligations;
    private final RuleBooks books;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    EventPages(
            AdverseEvents events,
            EventWithdrawals withdrawals,
            Cases cases,
            Obligations obligations,
            RuleBooks books,
            Signing signing,
            CurrentActor actor,
            Visibility visibility) {
        this.events = events;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.obligations = obligations;
        this.books = books;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number) {
        return page(number, Form.empty());
    }

    @PostMapping("/enter")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView enter(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "event", sent, response, () -> {
            events.enter(
                    actor.get(),
                    visibility.reader(),
                    number,
                    new EventDraft(
                            sent.get("eventKind"),
                            sent.get("eventHappened"),
                            sent.get("eventAware"),
                            sent.get("eventDescription"),
                            sent.get("eventDevices")));
            return "Kept. Clinical safety says whether the vulnerability contributed.";
        });
    }

    @PostMapping("/report")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView report(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "report", sent, response, () -> {
            events.report(
                    actor.get(),
                    visibility.reader(),
                    number,
                    TypedText.id("event", sent.get("reportEvent")),
                    sent.get("reportAuthority"),
                    sent.get("reportNumber"));
            return "Kept.";
        });
    }

    @PostMapping("/sign-verdict")
    @Requires(Permission.HARM_SIGN)
    ModelAndView judge(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                number,
                "verdict",
                sent,
                response,
                () -> events.judge(
                                        signer(sent),
                                        visibility.reader(),
                                        number,
                                        TypedText.id("event", sent.get("verdictEvent")),
                                        sent.get("verdictAssociation"),
                                        sent.get("verdictReason"))
                                .milder()
                        ? "Signed. It counts when somebody for regulatory affairs has signed it too."
                        : "Signed. It counts from now on.");
    }

    @PostMapping("/sign-second")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView confirm(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "second", sent, response, () -> {
            events.confirm(signer(sent), visibility.reader(), number, TypedText.id("event", sent.get("secondEvent")));
            return "Signed. It counts from now on.";
        });
    }

    @PostMapping("/sign-withdrawal")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView withdraw(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                number,
                "withdrawal",
                sent,
                response,
                () -> withdrawals
                                .withdraw(
                                        signer(sent),
                                        visibility.reader(),
                                        number,
                                        TypedText.id("event", sent.get("withdrawalEvent")),
                                        sent.get("withdrawalReason"))
                                .counts()
                        ? "Signed. It stays here, and counts no more."
                        : "Signed. It counts until somebody for regulatory affairs has signed that too.");
    }

    @PostMapping("/sign-withdrawal-too")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView confirmWithdrawal(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "withdrawn", sent, response, () -> {
            withdrawals.confirm(
                    signer(sent), visibility.reader(), number, TypedText.id("event", sent.get("withdrawnEvent")));
            return "Signed. It counts no more.";
        });
    }

    private Signer signer(Map<String, String> sent) {
        return signing.confirm(actor.caller(), Shown.of(sent));
    }

    private Page page(CaseNumber number, Form form) {
        VulnerabilityCase one = cases.get(visibility.reader(), number);
        AccountId me = actor.caller().account();
        return DueCrumbs.on(Page.of("regulation/events", Section.DUE, "What happened"), one)
                .with("number", number)
                .with("due", obligations.of(visibility.reader(), number))
                .with("events", events.of(visibility.reader(), number))
                .with("kinds", new TreeMap<>(books.events()))
                .with("regimes", new TreeMap<>(books.regimes()))
                .with("first", signing.isFirst(actor.caller()))
                .with("me", me == null ? "" : me.toString())
                .with("form", form);
    }

    private ModelAndView act(
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<String> done) {
        return Acts.done(
                act,
                Shown.withheld(sent),
                "/cases/" + number + "/due/events",
                response,
                done,
                form -> page(number, form));
    }
}
