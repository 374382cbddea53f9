package dev.ward.product;

import dev.ward.web.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which products a list shows, and in which order.
///
/// @param text      a part of the name or the family; null for all
/// @param family    the whole name of a family; null for all
/// @param without   those that belong to no family
/// @param archived  the archived ones instead of the others
/// @param order     one of `ORDERS`
public record ProductFilter(
        @Nullable String text, @Nullable String family, boolean without, boolean archived, SortOrder order) {

    public static final List<String> ORDERS = List.of("name", "family", "changed");
    public static final SortOrder USUAL = SortOrder.ascending("name");

    public ProductFilter(@Nullable String text, @Nullable String family, boolean archived, SortOrder order) {
        this(text, family, false, archived, order);
    }
}
