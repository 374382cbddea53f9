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

    public static final ObligationFilter OPEN = new ObligationFilter(null, null, null, null, null);
}
