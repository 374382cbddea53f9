package dev.ward.report.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueCrumbs;
import dev.ward.report.Draft;
import dev.ward.report.DraftKeeper;
import dev.ward.report.DraftKind;
import dev.ward.report.Drafts;
import dev.ward.report.KeptDraft;
import dev.ward.report.KeptDraft.Submission;
import dev.ward.report.KeptDrafts;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The drafts of a case: each beside its sources, with what people say of what is missing, and the
/// versions that were kept.
@Controller
@RequestMapping("/cases/{number}/due/drafts")
class ReportPages {

    static final String TITLE = "Reports and records";

    private final Drafts drafts;
    private final KeptDrafts kept;
    private final DraftKeeper keeper;
    private final Cases cases;
    private final CaseTalk talk;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    ReportPages(
            Drafts drafts,
            KeptDrafts kept,
            DraftKeeper keeper,
            Cases cases,
            CaseTalk talk,
            Signing signing,
            CurrentActor actor,
            Visibility visibility) {
        this.drafts = drafts;
        this.kept = kept;
        this.keeper = keeper;
        this.cases = cases;
        this.talk = talk;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page list(@PathVariable CaseNumber number) {
        Reader reader = visibility.reader();
        VulnerabilityCase one = cases.get(reader, number);
        List<KeptDraft> all = kept.of(reader, number);
        List<DraftLine> lines = drafts.all(reader, number).stream()
                .map(draft -> new DraftLine(
                        draft.kind(), draft.missing().size(), draft.items().size(), of(all, draft.kind())))
                .toList();
        return page("report/drafts", one, TITLE).with("number", number).with("lines", lines);
    }

    @GetMapping("/{slug}")
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number, @PathVariable String slug) {
        return page(number, drafts.kind(slug), Form.empty());
    }

    @PostMapping("/{slug}/answer")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView answer(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        DraftKind kind = drafts.kind(slug);
        return act(number, kind, "answer", sent, response, () -> {
            drafts.answer(
                    actor.get(),
                    visibility.reader(),
                    kind,
                    number,
                    sent.get("answerItem"),
                    sent.get("answerText"),
                    sent.get("answerPromised"));
            return "Kept.";
        });
    }

    @PostMapping("/{slug}/designate")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView designate(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        DraftKind kind = drafts.kind(slug);
        return act(number, kind, "designate", sent, response, () -> {
            drafts.designate(actor.get(), visibility.reader(), number, sent.get("designateType"));
            return "Kept.";
        });
    }

    @PostMapping("/{slug}/sign-version")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView keep(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        DraftKind kind = drafts.kind(slug);
        return act(number, kind, "keep", sent, response, () -> {
            cases.get(visibility.reader(), number);
            Signer signer = signing.confirm(actor.caller(), Shown.of(sent));
            KeptDraft version = keeper.keep(signer, visibility.reader(), number, kind, sent.get("keepSeen"));
            return "Version %d is kept and signed.".formatted(version.version());
        });
    }

    @PostMapping("/{slug}/submitted")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView submitted(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        DraftKind kind = drafts.kind(slug);
        return act(number, kind, "submitted", sent, response, () -> {
            String file = sent.getOrDefault("submittedFile", "");
            Submission submission = kept.submit(
                    actor.get(),
                    visibility.reader(),
                    number,
                    kind,
                    DraftDownloads.version(sent.getOrDefault("submittedVersion", "")),
                    sent.get("submittedAt"),
                    sent.get("submittedReceipt"),
                    file.isEmpty() ? null : TypedText.id("file", file));
            return submission.counts()
                    ? "Kept. It counts as reported."
                    : "Kept. No clock waits for it: none is stopped.";
        });
    }

    private Page page(CaseNumber number, DraftKind kind, Form form) {
        Reader reader = visibility.reader();
        VulnerabilityCase one = cases.get(reader, number);
        Draft draft = drafts.of(reader, kind, number);
        return page("report/draft", one, kind.title())
                .crumb(TITLE, "/cases/" + number + "/due/drafts")
                .with("draft", draft)
                .with("type", drafts.type(reader, number))
                .with("seen", DraftKeeper.digest(draft))
                .with("answers", drafts.answers(reader, kind, number))
                .with("places", drafts.places(kind, number))
                .with("versions", of(kept.of(reader, number), kind))
                .with("files", talk.files(reader, number))
                .with("signs", KeptDrafts.maySign(actor.caller(), kind))
                .with("first", signing.isFirst(actor.caller()))
                .with("form", form);
    }

    private static Page page(String view, VulnerabilityCase one, String title) {
        return DueCrumbs.on(Page.of(view, Section.DUE, title), one);
    }

    private static List<KeptDraft> of(List<KeptDraft> all, DraftKind kind) {
        return all.stream().filter(one -> one.kind() == kind).toList();
    }

    private ModelAndView act(
            CaseNumber number,
            DraftKind kind,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<String> done) {
        return Acts.done(
                act,
                Shown.withheld(sent),
                "/cases/" + number + "/due/drafts/" + kind.slug(),
                response,
                done,
                form -> page(number, kind, form));
    }
}
