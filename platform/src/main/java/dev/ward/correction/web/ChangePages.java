package dev.ward.correction.web;

import dev.ward.correction.AnswerDraft;
import dev.ward.correction.Change;
import dev.ward.correction.ChangeDraft;
import dev.ward.correction.Changes;
import dev.ward.correction.Classification;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueCrumbs;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The changes of a case: entered, described anew, and signed as what they are.
@Controller
@RequestMapping("/cases/{number}/due/changes")
class ChangePages {

    /// Followed by the id of a release.
    private static final String RELEASE = "changeRelease-";

    private final Changes changes;
    private final Cases cases;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    ChangePages(Changes changes, Cases cases, Signing signing, CurrentActor actor, Visibility visibility) {
        this.changes = changes;
        this.cases = cases;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page list(@PathVariable CaseNumber number) {
        return list(number, Form.empty());
    }

    @GetMapping("/{id}")
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number, @PathVariable UUID id) {
        return show(number, id, Form.empty());
    }

    @PostMapping
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView enter(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return Acts.done(
                "change",
                sent,
                here(number),
                response,
                () -> {
                    changes.enter(actor.get(), reader(), number, draft(sent));
                    return "Kept. Somebody for regulatory affairs says what it is.";
                },
                form -> list(number, form));
    }

    @PostMapping("/{id}/describe")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView describe(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                "change",
                sent,
                here(number) + "/" + id,
                response,
                () -> {
                    changes.describe(actor.get(), reader(), number, id, draft(sent));
                    return "Kept. What was signed before stands no longer.";
                },
                form -> show(number, id, form));
    }

    @PostMapping("/{id}/withdraw")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView withdraw(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                "withdraw",
                sent,
                here(number) + "/" + id,
                response,
                () -> {
                    changes.withdraw(actor.get(), reader(), number, id, sent.get("withdrawBecause"));
                    return "Withdrawn. It stays here, and counts no more.";
                },
                form -> show(number, id, form));
    }

    @PostMapping("/{id}/sign-class")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView sign(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return Acts.done(
                "class",
                Shown.withheld(sent),
                here(number) + "/" + id,
                response,
                () -> {
                    Classification signed = changes.sign(
                            signing.confirm(actor.caller(), Shown.of(sent)), reader(), number, id, answers(sent));
                    return "Signed: %s.".formatted(signed.outcome().title());
                },
                form -> show(number, id, form));
    }

    private static ChangeDraft draft(Map<String, String> sent) {
        List<UUID> releases = sent.keySet().stream()
                .filter(name -> name.startsWith(RELEASE))
                .sorted()
                .map(name -> TypedText.id("releases", name.substring(RELEASE.length())))
                .toList();
        return new ChangeDraft(
                sent.get("changeKind"),
                sent.get("changeWhat"),
                sent.get("changeCompared"),
                sent.get("changeWhen"),
                sent.get("changeDay"),
                releases);
    }

    private static AnswerDraft answers(Map<String, String> sent) {
        return new AnswerDraft(
                sent.get("classOutcome"),
                sent.get("classCorrection"),
                sent.get("classCorrectionReason"),
                sent.get("classExemption"),
                sent.get("classSeriousHarm"),
                sent.get("classSeriousHarmReason"),
                sent.get("classPremarket"),
                sent.get("classPremarketReason"),
                sent.get("classSubmission"),
                sent.get("classJustification"),
                sent.get("classBasis"));
    }

    private Page list(CaseNumber number, Form form) {
        return crumbs(Page.of("correction/changes", Section.DUE, "Routine update or reportable correction"), number)
                .with("number", number)
                .with("changes", changes.of(reader(), number))
                .with("releases", changes.releases(reader(), number))
                .with("against", changes.against(reader(), number))
                .with("form", form);
    }

    private Page show(CaseNumber number, UUID id, Form form) {
        Change change = changes.get(reader(), number, id);
        return crumbs(Page.of("correction/change", Section.DUE, "Change %d".formatted(change.number())), number)
                .crumb("Changes", here(number))
                .with("number", number)
                .with("change", change)
                .with("basis", changes.basis(reader(), number))
                .with("against", changes.against(reader(), number))
                .with("releases", changes.releases(reader(), number))
                .with("first", signing.isFirst(actor.caller()))
                .with("form", form);
    }

    private Page crumbs(Page page, CaseNumber number) {
        return DueCrumbs.on(page, cases.get(reader(), number));
    }

    private static String here(CaseNumber number) {
        return "/cases/" + number + "/due/changes";
    }

    private Reader reader() {
        return visibility.reader();
    }
}
