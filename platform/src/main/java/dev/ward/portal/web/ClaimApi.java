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
import dev.ward.portal.Comparison;
import dev.ward.portal.SbomPolicies;
import dev.ward.portal.SbomPolicy;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The inbox of what customers say, for programs of the manufacturer.
@RestController
@RequestMapping("/api/v1")
@Requires(Permission.PORTAL_DECIDE)
class ClaimApi {

    private final Claims claims;
    private final ClaimDecisions decisions;
    private final SbomPolicies policies;
    private final CurrentActor actor;
    private final Visibility visibility;

    ClaimApi(
            Claims claims, ClaimDecisions decisions, SbomPolicies policies, CurrentActor actor, Visibility visibility) {
        this.claims = claims;
        this.decisions = decisions;
        this.policies = policies;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/claims")
    @Summary("Lists what customers say; the open ones the oldest first, others the newest first")
    Slice<ClaimAnswer> list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable UUID device,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        ClaimFilter filter =
                new ClaimFilter(Worded.typed("state", state, ClaimState.values()), null, q, customer, device);
        return claims.list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(ClaimAnswer::of);
    }

    /// @param known  what is known beside what is said; of a claim that has ended, what was known then
    record WholeClaim(ClaimAnswer claim, List<Comparison.Row> known) {}

    @GetMapping("/claims/{id}")
    @Summary("Gives a claim, and what is known beside what it says")
    WholeClaim get(@PathVariable ClaimId id) {
        return whole(id);
    }

    /// What the customer's words leave open.
    ///
    /// @param release  which one the version means
    /// @param device   the one that is meant by a label that is none of the customer's devices'
    /// @param product  of a device that is new; with its model, where it is known
    record AcceptanceBody(
            @Nullable UUID release,
            @Nullable UUID device,
            @Nullable UUID product,
            @Nullable UUID model) {

        Acceptance acceptance() {
            return new Acceptance(
                    release == null ? null : new ReleaseId(release),
                    device == null ? null : new DeviceId(device),
                    product == null ? null : new ProductId(product),
                    model == null ? null : new ModelId(model));
        }
    }

    @PostMapping("/claims/{id}/accept")
    @Summary("Accepts a claim and writes what it says, with the customer as its source")
    WholeClaim accept(@PathVariable ClaimId id, @RequestBody(required = false) @Nullable AcceptanceBody body) {
        Acceptance acceptance = body == null ? Acceptance.PLAIN : body.acceptance();
        decisions.accept(actor.get(), visibility.reader(), id, acceptance);
        return whole(id);
    }

    /// @param reason  for the customer to read
    record Refusal(@Nullable String reason) {}

    @PostMapping("/claims/{id}/refuse")
    @Summary("Refuses a claim, with a reason that the customer reads")
    WholeClaim refuse(@PathVariable ClaimId id, @RequestBody Refusal body) {
        decisions.refuse(actor.get(), visibility.reader(), id, body.reason());
        return whole(id);
    }

    /// @param rule  `never`, `on-request`, `always`
    record SbomRule(@Nullable String rule) {}

    @GetMapping("/products/{id}/sbom-policy")
    @Summary("Says whether customers get the SBOMs of a product")
    SbomRule policy(@PathVariable ProductId id) {
        return answer(policies.get(visibility.reader(), id));
    }

    @PutMapping("/products/{id}/sbom-policy")
    @Summary("Sets whether customers get the SBOMs of a product")
    SbomRule setPolicy(@PathVariable ProductId id, @RequestBody SbomRule body) {
        SbomPolicy.Rule rule = Worded.required("rule", body.rule(), SbomPolicy.Rule.values());
        return answer(policies.set(actor.get(), visibility.reader(), id, rule));
    }

    private static SbomRule answer(SbomPolicy policy) {
        return new SbomRule(policy.rule().word());
    }

    private WholeClaim whole(ClaimId id) {
        Claim claim = claims.get(visibility.reader(), id);
        return new WholeClaim(
                ClaimAnswer.of(claim),
                decisions.compare(visibility.reader(), claim).rows());
    }
}
