package dev.ward.customer;

import dev.ward.web.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which customers a list shows, and in which order.
///
/// @param text      a part of the name or the reference; null for all
/// @param kind      null for all
/// @param country   null for all
/// @param archived  the archived ones instead of the others
/// @param order     one of `ORDERS`
public record CustomerFilter(
        @Nullable String text,
        @Nullable CustomerKind kind,
        @Nullable String country,
        boolean archived,
        SortOrder order) {

    public static final List<String> ORDERS = List.of("name", "country", "changed");
    public static final SortOrder USUAL = SortOrder.ascending("name");

    /// All that are not archived and whose name or reference holds the text.
    public static CustomerFilter ofText(@Nullable String text) {
        return new CustomerFilter(text, null, null, false, USUAL);
    }
}
