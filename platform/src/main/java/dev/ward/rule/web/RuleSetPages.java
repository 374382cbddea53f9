package dev.ward.rule.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.signature.Discipline;
import dev.ward.signature.Shown;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The rules that decide: what is in force, what is drafted, who signed it.
@Controller
@RequestMapping("/rules")
class RuleSetPages {

    private static final String HERE = "/rules";

    private final RuleSets rules;
    private final Signing signing;
    private final Signatories signatories;
    private final CurrentActor actor;

    RuleSetPages(RuleSets rules, Signing signing, Signatories signatories, CurrentActor actor) {
        this.rules = rules;
        this.signing = signing;
        this.signatories = signatories;
        this.actor = actor;
    }

    @GetMapping
    @Requires(Permission.FINDING_READ)
    Page list() {
        return Page.of("rule/list", Section.DECIDE, "Rules")
                .with("lines", rules.kinds().stream().map(this::line).toList());
    }

    private RuleLine line(RuleKind kind) {
        RuleSet draft = rules.draft(kind).orElse(null);
        return new RuleLine(
                kind, rules.inForce(kind).orElse(null), draft, draft == null ? List.of() : rules.unsigned(draft));
    }

    @GetMapping("/{kind}")
    @Requires(Permission.FINDING_READ)
    Page show(@PathVariable String kind) {
        return page(rules.kind(kind), Form.empty());
    }

    @GetMapping("/{kind}/versions/{version}")
    @Requires(Permission.FINDING_READ)
    Page version(@PathVariable String kind, @PathVariable int version) {
        RuleKind of = rules.kind(kind);
        RuleSet shown = rules.get(of, version);
        return Page.of("rule/version", Section.DECIDE, "%s, version %d".formatted(of.title(), version))
                .crumb("Rules", HERE)
                .crumb(of.title(), path(of))
                .with("kind", of)
                .with("shown", shown)
                .with("view", RuleSetView.of(of, shown, null))
                .with("signatures", rules.signatures(shown));
    }

    @GetMapping("/{kind}/draft")
    @Requires(Permission.RULE_WRITE)
    Page edit(@PathVariable String kind) {
        return form(rules.kind(kind), Form.empty());
    }

    @PostMapping("/{kind}/draft")
    @Requires(Permission.RULE_WRITE)
    ModelAndView write(
            @PathVariable String kind, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        RuleKind of = rules.kind(kind);
        RuleRows rows = new RuleRows(of, ground(of));
        return act(
                sent,
                response,
                "The draft is kept. It decides nothing until both disciplines have signed it.",
                path(of),
                () -> rules.write(actor.get(), of, revision(sent), rows.read(sent), sent.getOrDefault("why", "")),
                form -> form(of, form));
    }

    @PostMapping("/{kind}/withdraw")
    @Requires(Permission.RULE_WRITE)
    ModelAndView withdraw(
            @PathVariable String kind, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        RuleKind of = rules.kind(kind);
        return act(
                sent,
                response,
                "The draft is withdrawn.",
                path(of),
                () -> rules.withdraw(actor.get(), of, revision(sent), sent.getOrDefault("why", "")),
                form -> page(of, form));
    }

    @PostMapping("/{kind}/sign-security")
    @Requires(Permission.EXPLOITABILITY_SIGN)
    ModelAndView signForSecurity(
            @PathVariable String kind, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return sign(kind, Discipline.SECURITY, sent, response);
    }

    @PostMapping("/{kind}/sign-clinical-safety")
    @Requires(Permission.HARM_SIGN)
    ModelAndView signForClinicalSafety(
            @PathVariable String kind, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return sign(kind, Discipline.CLINICAL_SAFETY, sent, response);
    }

    private ModelAndView sign(
            String kind, Discipline discipline, Map<String, String> sent, HttpServletResponse response) {
        RuleKind of = rules.kind(kind);
        return act(
                sent,
                response,
                "Signed.",
                path(of),
                () -> {
                    Signer signer = signing.confirm(actor.caller(), Shown.of(sent));
                    rules.sign(signer, of, discipline, sent.getOrDefault("seen", ""));
                },
                form -> page(of, form));
    }

    private static int revision(Map<String, String> sent) {
        try {
            return Integer.parseInt(sent.getOrDefault("revision", "0"));
        } catch (NumberFormatException e) {
            return -1; // of no draft: it is refused as outdated
        }
    }

    private interface Again {

        Page with(Form form);
    }

    private static ModelAndView act(
            Map<String, String> sent,
            HttpServletResponse response,
            String done,
            String next,
            Runnable act,
            Again again) {
        try {
            act.run();
            Notices.say(response, done);
            return new ModelAndView("redirect:" + next);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            Map<String, String> values = Shown.withheld(sent);
            return again.with(new Form(values, e.errors(), e.detail(), 0))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(RuleKind kind, Form form) {
        RuleSet inForce = rules.inForce(kind).orElse(null);
        RuleSet draft = rules.draft(kind).orElse(null);
        RuleSet shown = inForce == null ? rules.get(kind, 1) : inForce;
        return Page.of("rule/show", Section.DECIDE, kind.title())
                .crumb("Rules", HERE)
                .with("kind", kind)
                .with("inForce", inForce)
                .with("inForceView", RuleSetView.of(kind, shown, null))
                .with("inForceSignatures", inForce == null ? List.of() : rules.signatures(inForce))
                .with("draft", draft)
                .with("draftView", draft == null ? null : RuleSetView.of(kind, draft, inForce))
                .with("draftSignatures", draft == null ? List.of() : rules.signatures(draft))
                .with("unsigned", draft == null ? List.of() : rules.unsigned(draft))
                .with("versions", rules.list(kind))
                .with("first", signing.isFirst(actor.caller()))
                .with("unqualified", signatories.unqualified(actor.caller()))
                .with("form", form);
    }

    private Page form(RuleKind kind, Form form) {
        RuleSet draft = rules.draft(kind).orElse(null);
        List<List<String>> rows = new RuleRows(kind, ground(kind)).fields(form);
        RuleSet inForce = rules.inForce(kind).orElse(null);
        return Page.of("rule/edit", Section.DECIDE, "Write: " + kind.title())
                .crumb("Rules", HERE)
                .crumb(kind.title(), path(kind))
                .with("kind", kind)
                .with("draft", draft)
                .with("rows", rows)
                .with("grid", kind.drawn() ? RuleGrid.of(kind, rows, inForce) : null)
                .with("form", form);
    }

    /// The rows on which the next draft begins.
    private RuleSet ground(RuleKind kind) {
        return rules.draft(kind).or(() -> rules.inForce(kind)).orElseGet(() -> rules.get(kind, 1));
    }

    private static String path(RuleKind kind) {
        return HERE + "/" + kind.key();
    }
}
