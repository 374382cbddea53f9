package dev.ward.portal.web;

import dev.ward.device.DeviceId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.portal.Acceptance;
import dev.ward.portal.Claim;
import dev.ward.portal.ClaimDecisions;
import dev.ward.portal.ClaimFilter;
import dev.ward.portal.ClaimId;
import dev.ward.portal.ClaimState;
import dev.ward.portal.Claims;
import dev.ward.portal.DecisionChoices;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Worded;
import dev.ward.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The inbox of what customers say: beside what is known, to be accepted or refused.
@Controller
@RequestMapping("/claims")
@Requires(Permission.PORTAL_DECIDE)
class ClaimPages {

    private static final String LIST = "/claims";
    private static final String ALL = "all";
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_TOLD = 3;

    private final Claims claims;
    private final ClaimDecisions decisions;
    private final DecisionChoices choices;
    private final CurrentActor actor;
    private final Visibility visibility;

    ClaimPages(
            Claims claims,
            ClaimDecisions decisions,
            DecisionChoices choices,
            CurrentActor actor,
            Visibility visibility) {
        this.claims = claims;
        this.decisions = decisions;
        this.choices = choices;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String after) {
        ClaimFilter filter = new ClaimFilter(
                state.equals(ALL) ? null : Worded.typed("state", state, ClaimState.values()),
                Worded.typed("kind", kind, ClaimFilter.Kind.values()),
                q,
                customer,
                null);
        return Page.of("portal/inbox", Section.DEVICES, "Claims of customers")
                .with("filter", filter)
                .with("claims", claims.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable ClaimId id) {
        return page(claims.get(visibility.reader(), id), Form.empty());
    }

    @PostMapping("/{id}/accept")
    ModelAndView accept(
            @PathVariable ClaimId id,
            @RequestParam(required = false) @Nullable UUID release,
            @RequestParam(required = false) @Nullable UUID device,
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable UUID model,
            HttpServletResponse response) {
        Acceptance acceptance = new Acceptance(
                release == null ? null : new ReleaseId(release),
                device == null ? null : new DeviceId(device),
                product == null ? null : new ProductId(product),
                model == null ? null : new ModelId(model));
        try {
            decisions.accept(actor.get(), visibility.reader(), id, acceptance);
            Notices.say(response, "Accepted. The customer sees it.");
            return new ModelAndView("redirect:" + LIST);
        } catch (ProblemException e) {
            Form form = new Form(
                    Map.of(
                            "release", Objects.toString(release, ""),
                            "device", Objects.toString(device, ""),
                            "product", Objects.toString(product, ""),
                            "model", Objects.toString(model, "")),
                    Map.of(),
                    null,
                    0);
            return refused(id, form, e);
        }
    }

    @PostMapping("/{id}/refuse")
    ModelAndView refuse(
            @PathVariable ClaimId id, @RequestParam(defaultValue = "") String reason, HttpServletResponse response) {
        try {
            decisions.refuse(actor.get(), visibility.reader(), id, reason);
            Notices.say(response, "Refused. The customer reads why.");
            return new ModelAndView("redirect:" + LIST);
        } catch (ProblemException e) {
            return refused(id, new Form(Map.of("reason", reason), Map.of(), null, 0), e);
        }
    }

    /// Accepts those that need nothing added; what cannot be accepted so stays open, and the page says which.
    @PostMapping("/accept")
    ModelAndView acceptAll(@RequestParam(defaultValue = "") List<@Nullable UUID> claim, HttpServletResponse response) {
        List<String> left = new ArrayList<>();
        List<UUID> chosen = claim.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_AT_ONCE)
                .toList();
        for (UUID id : chosen) {
            try {
                decisions.accept(actor.get(), visibility.reader(), new ClaimId(id), Acceptance.PLAIN);
            } catch (ProblemException e) {
                left.add(e.detail());
            }
        }
        Notices.say(response, summary(chosen.size() - left.size(), left));
        return new ModelAndView("redirect:" + LIST);
    }

    private static String summary(int accepted, List<String> left) {
        String words = Words.counted(accepted, "claim", "claims") + " accepted.";
        return left.isEmpty()
                ? words
                : "%s %s to be looked at one by one: %s"
                        .formatted(
                                words,
                                left.size() == 1 ? "1 is" : left.size() + " are",
                                String.join(" ", PortalWords.first(left, MOST_TOLD)));
    }

    private Page refused(ClaimId id, Form form, ProblemException e) {
        return page(claims.get(visibility.reader(), id), form.refused(e))
                .status(HttpStatus.valueOf(e.problem().status()));
    }

    private Page page(Claim claim, Form form) {
        return Page.of("portal/decide", Section.DEVICES, claim.said().about())
                .crumb("Claims", LIST)
                .with("claim", claim)
                .with("comparison", decisions.compare(visibility.reader(), claim))
                .with("choices", choices.of(visibility.reader(), claim))
                .with("form", form);
    }
}
