package dev.ward.regulation;

import dev.ward.clock.DeadlineState;
import dev.ward.identity.AccountId;
import dev.ward.product.ProductId;
import org.jspecify.annotations.Nullable;

/// Which obligations a list shows; null for all.
///
/// @param state      null for all that are open
/// @param clock      `FDA-CUST-30`
/// @param authority  to whom it is owed
/// @param owner      of the case
/// @param product    that the case reaches, or may reach
public record ObligationFilter(
        @Nullable DeadlineState state,
        @Nullable String clock,
        @Nullable String authority,
        @Nullable AccountId owner,
        @Nullable ProductId product) {

    ObligationFilter withState(@Nullable DeadlineState other) {
        return new ObligationFilter(other, clock, authority, owner, product);
    }

    ObligationFilter withClock(@Nullable String other) {
        return new ObligationFilter(state, other, authority, owner, product);
    }

    ObligationFilter withAuthority(@Nullable String other) {
        return new ObligationFilter(state, clock, other, owner, product);
    }

    ObligationFilter withOwner(@Nullable AccountId other) {
        return new ObligationFilter(state, clock, authority, other, product);
    }

    public static final ObligationFilter OPEN = new ObligationFilter(null, null, null, null, null);
}
