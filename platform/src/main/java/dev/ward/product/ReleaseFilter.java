package dev.ward.product;

import dev.ward.web.SortOrder;
import java.util.List;

/// Which releases of a product a list shows, and in which order.
///
/// @param archived  the archived ones instead of the others
/// @param order     one of `ORDERS`
public record ReleaseFilter(ProductId product, boolean archived, SortOrder order) {

    public static final List<String> ORDERS = List.of("version", "released", "created");
    public static final SortOrder USUAL = SortOrder.descending("created");
}
