package dev.ward.portal.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.portal.SbomPolicies;
import dev.ward.portal.SbomPolicy;
import dev.ward.product.ProductId;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which products' SBOMs customers get.
@Controller
@Requires(Permission.PORTAL_DECIDE)
class SbomPolicyPages {

    private final SbomPolicies policies;
    private final CurrentActor actor;
    private final Visibility visibility;

    SbomPolicyPages(SbomPolicies policies, CurrentActor actor, Visibility visibility) {
        this.policies = policies;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/sbom-policies")
    Page list() {
        return Page.of("portal/sbom-policies", Section.PRODUCTS, "SBOMs for customers")
                .with("policies", policies.list(visibility.reader()));
    }

    @PostMapping("/sbom-policies/{id}")
    String set(@PathVariable ProductId id, @RequestParam(defaultValue = "") String rule, HttpServletResponse response) {
        SbomPolicy policy = policies.set(
                actor.get(), visibility.reader(), id, Worded.required("rule", rule, SbomPolicy.Rule.values()));
        Notices.say(
                response,
                "SBOMs of %s: %s."
                        .formatted(policy.productName(), policy.rule().title().toLowerCase(java.util.Locale.ROOT)));
        return "redirect:/sbom-policies";
    }
}
