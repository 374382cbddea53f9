package dev.ward.regulation.web;

import dev.ward.clock.DeadlineState;
import dev.ward.identity.AccountId;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.regulation.Obligation;
import dev.ward.regulation.ObligationFilter;
import dev.ward.regulation.Obligations;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All that is due, for programs.
@RestController
@RequestMapping("/api/v1/obligations")
@Requires(Permission.OBLIGATION_READ)
class BoardApi {

    private final Obligations obligations;
    private final Visibility visibility;

    BoardApi(Obligations obligations, Visibility visibility) {
        this.obligations = obligations;
        this.visibility = visibility;
    }

    /// @param limit  how many at most, 1 to [Slice#MOST]
    @GetMapping
    @Summary("Lists what is due for cases, what ends first before the others")
    Slice<Obligation> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String clock,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        ObligationFilter filter = new ObligationFilter(
                Worded.typed("state", state, DeadlineState.values()),
                clock,
                authority,
                BoardPages.id("owner", owner, AccountId::new),
                BoardPages.id("product", product, ProductId::new));
        return obligations.list(visibility.reader(), filter, after, Slice.limit(limit));
    }
}
