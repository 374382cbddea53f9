package dev.ward.portal.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.ClaimFilter;
import dev.ward.portal.ClaimId;
import dev.ward.portal.ClaimState;
import dev.ward.portal.Claims;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Slice;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a customer has said, and what became of it.
@Controller
class OwnClaimPages {

    private final Claims claims;
    private final OwnPage own;

    OwnClaimPages(Claims claims, OwnPage own) {
        this.claims = claims;
        this.own = own;
    }

    @GetMapping("/portal/claims")
    @Requires(Permission.PORTAL_READ)
    Page list(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String after) {
        ClaimFilter filter = new ClaimFilter(Worded.typed("state", state, ClaimState.values()), null, null, null, null);
        return OwnPage.page("claims", "What you told the manufacturer")
                .with("filter", filter)
                .with("claims", claims.list(own.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @PostMapping("/portal/claims/{id}/withdraw")
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView withdraw(@PathVariable ClaimId id, HttpServletResponse response) {
        claims.withdraw(own.actor(), own.reader(), id);
        Notices.say(response, "Withdrawn.");
        return new ModelAndView("redirect:/portal/claims");
    }
}
