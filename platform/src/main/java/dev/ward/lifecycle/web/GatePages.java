package dev.ward.lifecycle.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.Gate;
import dev.ward.lifecycle.GateDraft;
import dev.ward.lifecycle.GateState;
import dev.ward.lifecycle.Gates;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.signature.Shown;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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

/// A gate: what it asks for, what is there, and the way through.
@Controller
@RequestMapping("/releases/{id}/gates/{gate}")
class GatePages {

    private final Gates gates;
    private final Markets markets;
    private final Releases releases;
    private final Signing signing;
    private final Signatures signatures;
    private final CurrentActor actor;
    private final Visibility visibility;

    GatePages(
            Gates gates,
            Markets markets,
            Releases releases,
            Signing signing,
            Signatures signatures,
            CurrentActor actor,
            Visibility visibility) {
        this.gates = gates;
        this.markets = markets;
        this.releases = releases;
        this.signing = signing;
        this.signatures = signatures;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.PRODUCT_READ)
    Page show(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            @RequestParam(required = false) @Nullable String market) {
        return page(id, Gates.gate(gate), market, Form.empty());
    }

    /// @param requirement  what the form is about
    record GateForm(
            @Nullable String market,
            @Nullable String requirement,
            @Nullable String met,
            @Nullable String words,
            @Nullable String reference,
            @Nullable String seen,
            @Nullable String reason,
            @Nullable String expires) {}

    @PostMapping("/declare")
    @Requires(Permission.LIFECYCLE_WRITE)
    ModelAndView declare(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            GateForm form,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return doing(id, Gates.gate(gate), form, sent, response, "Said.", () -> {
            GateDraft.Declaring draft = new GateDraft.Declaring(
                    Objects.requireNonNullElse(form.requirement(), ""),
                    "yes".equals(form.met()),
                    Objects.requireNonNullElse(form.words(), ""),
                    Objects.requireNonNullElse(form.reference(), ""));
            gates.declare(actor.get(), visibility.reader(), id, form.market(), Gates.gate(gate), draft);
        });
    }

    @PostMapping("/sign-deviation")
    @Requires(Permission.DEVIATION_SIGN)
    ModelAndView deviate(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            GateForm form,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return doing(id, Gates.gate(gate), form, sent, response, "The deviation is signed.", () -> {
            LocalDate expires = StageForm.date("expires", form.expires());
            if (expires == null) {
                throw TypedText.refused("expires", "A deviation ends on a day. The day is missing.", "is missing");
            }
            GateDraft.Deviating draft = new GateDraft.Deviating(
                    Objects.requireNonNullElse(form.requirement(), ""),
                    Objects.requireNonNullElse(form.seen(), ""),
                    Objects.requireNonNullElse(form.reason(), ""),
                    expires);
            releases.get(visibility.reader(), id);
            Signer signer = signing.confirm(actor.caller(), Shown.of(sent));
            gates.deviate(signer, visibility.reader(), id, form.market(), Gates.gate(gate), draft);
        });
    }

    @PostMapping("/close")
    @Requires(Permission.LIFECYCLE_WRITE)
    ModelAndView close(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            GateForm form,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return doing(
                id,
                Gates.gate(gate),
                form,
                sent,
                response,
                "The gate is closed.",
                () -> gates.close(actor.caller(), visibility.reader(), id, form.market(), Gates.gate(gate)));
    }

    private ModelAndView doing(
            ReleaseId id,
            Gate gate,
            GateForm form,
            Map<String, String> sent,
            HttpServletResponse response,
            String done,
            Runnable act) {
        try {
            act.run();
            Notices.say(response, done);
            String market = form.market() == null || form.market().isBlank() ? Market.ALL : form.market();
            return new ModelAndView("redirect:/releases/" + id + "/gates/" + gate.word() + "?market="
                    + java.net.URLEncoder.encode(market, java.nio.charset.StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            return page(id, gate, form.market(), new Form(Shown.withheld(sent), Map.of(), null, 0).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(ReleaseId id, Gate gate, @Nullable String market, Form form) {
        Release release = releases.get(visibility.reader(), id);
        Market of = market == null
                ? markets.get(Market.ALL)
                : markets.find(market).orElseGet(() -> markets.get(Market.ALL));
        GateState state = gates.get(visibility.reader(), id, of.code(), gate);
        return LifecyclePages.crumbs(
                        Page.of("lifecycle/gate", Section.PRODUCTS, "Gate " + gate.title() + " – " + release.name()),
                        release)
                .crumb("Lifecycle", "/releases/" + id + "/lifecycle")
                .with("release", release)
                .with("state", state)
                .with("signatures", signatures.list(Gates.DEVIATION, state.deviations()))
                .with("first", signing.isFirst(actor.caller()))
                .with("markets", markets.list())
                .with("form", form);
    }
}
