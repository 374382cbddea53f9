package dev.ward.customer;

import dev.ward.web.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which sites a list shows, and in which order.
///
/// @param customer  whose; null for all customers'
/// @param text      a part of the name, the city or the reference; null for all
/// @param archived  the archived ones instead of the others
/// @param order     one of `ORDERS`
public record SiteFilter(
        @Nullable CustomerId customer, @Nullable String text, boolean archived, SortOrder order) {

    public static final List<String> ORDERS = List.of("name", "city");
    public static final SortOrder USUAL = SortOrder.ascending("name");
}
