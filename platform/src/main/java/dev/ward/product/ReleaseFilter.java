package dev.ward.product;

import dev.ward.web.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which releases of a product a list shows, and in which order.
///
/// @param branch    those of one model, or of the product as a whole; null for all
/// @param archived  the archived ones instead of the others
/// @param order     one of `ORDERS`
public record ReleaseFilter(ProductId product, @Nullable Branch branch, boolean archived, SortOrder order) {

    public static final List<String> ORDERS = List.of("version", "released", "created");
    public static final SortOrder USUAL = SortOrder.descending("created");

    /// @param model  null for the releases of the product as a whole
    public record Branch(@Nullable ModelId model) {}

    public ReleaseFilter(ProductId product, boolean archived, SortOrder order) {
        this(product, null, archived, order);
    }
}
