package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.AwarenessEntry;
import dev.ward.regulation.Awarenesses;
import dev.ward.regulation.CaseFacts;
import dev.ward.regulation.EvidenceDraft;
import dev.ward.regulation.FactWords;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is due for a case, and the forms by which facts are entered.
@Controller
@RequestMapping("/cases/{number}/due")
class DuePages {

    private final DuePage page;
    private final Awarenesses awareness;
    private final CaseFacts facts;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    DuePages(
            DuePage page,
            Awarenesses awareness,
            CaseFacts facts,
            Signing signing,
            CurrentActor actor,
            Visibility visibility) {
        this.page = page;
        this.awareness = awareness;
        this.facts = facts;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number) {
        return page.page(number, Form.empty());
    }

    @PostMapping("/sign-awareness")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView declare(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "awareness", sent, response, () -> {
            AwarenessEntry entry = awareness.declare(
                    signer(sent),
                    reader(),
                    number,
                    sent.get("awarenessRegime"),
                    sent.get("awarenessAt"),
                    sent.get("awarenessRestsOn"),
                    sent.get("awarenessReason"));
            return entry.waits()
                    ? "Signed. It rules when somebody for regulatory affairs has signed it too."
                    : "Signed. It counts from now on.";
        });
    }

    @PostMapping("/sign-confirmation")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView confirm(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "confirmation", sent, response, () -> {
            awareness.confirm(signer(sent), reader(), number, TypedText.id("entry", sent.get("confirmationEntry")));
            return "Signed. It rules from now on.";
        });
    }

    @PostMapping("/sign-initiation")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView initiate(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "initiation", sent, response, () -> {
            facts.initiate(signer(sent), reader(), number, draft("initiation", sent));
            return "Signed. The clock of its report runs from then.";
        });
    }

    @PostMapping("/evidence")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView enter(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "evidence", sent, response, () -> {
            facts.enter(actor.get(), reader(), number, draft("evidence", sent));
            return "Kept.";
        });
    }

    @PostMapping("/withdraw")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView withdraw(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "withdraw", sent, response, () -> {
            facts.withdraw(
                    actor.get(),
                    reader(),
                    number,
                    TypedText.id("entry", sent.get("withdrawEntry")),
                    sent.get("withdrawBecause"));
            return "Withdrawn. It stays here, and counts no more.";
        });
    }

    @PostMapping("/exploitation")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView exploited(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "exploitation", sent, response, () -> {
            facts.exploited(
                    actor.get(),
                    reader(),
                    number,
                    FactWords.exploitation("state", sent.get("exploitationState")),
                    sent.get("exploitationAt"),
                    sent.get("exploitationRestsOn"));
            return "Kept.";
        });
    }

    @PostMapping("/frame")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView frame(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "frame", sent, response, () -> {
            facts.frame(
                    actor.get(),
                    reader(),
                    number,
                    sent.get("frameZone"),
                    FactWords.productKind("kind", sent.get("frameKind")));
            return "Kept.";
        });
    }

    private static EvidenceDraft draft(String act, Map<String, String> sent) {
        String file = sent.getOrDefault(act + "File", "");
        return new EvidenceDraft(
                sent.get(act + "Type"),
                sent.get(act + "Recipient"),
                sent.get(act + "At"),
                sent.get(act + "Note"),
                file.isEmpty() ? null : TypedText.id("file", file));
    }

    /// The fields of signatures bear the name of their act, as the page has several.
    private Signer signer(Map<String, String> sent) {
        return signing.confirm(actor.caller(), Shown.of(sent));
    }

    private Reader reader() {
        return visibility.reader();
    }

    private ModelAndView act(
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<@Nullable String> done) {
        return Acts.done(
                act,
                Shown.withheld(sent),
                "/cases/" + number + "/due",
                response,
                done,
                form -> page.page(number, form));
    }
}
