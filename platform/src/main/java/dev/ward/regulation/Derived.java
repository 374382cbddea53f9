package dev.ward.regulation;

import dev.ward.product.ProductId;
import dev.ward.standards.due.DueFacts.Determination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Ward itself knows of a case, from where it is kept.
///
/// @param products       that it reaches, or may reach
/// @param markets        on which the case's products are; empty when it is not known of all of them
/// @param deviceClass    the highest in the United States; null when it is not known of all and none is
///                       III
/// @param isDevice       whether one of the products has a class of devices anywhere
/// @param determination  of the risk of patient harm in all products that are reached
/// @param because        how the determination was found, in words
/// @param kevSince       since when one of its vulnerabilities is in CISA's catalogue; null when none
///                       is
/// @param matched        when the first of its vulnerabilities was found in a product; null when none
///                       was
/// @param triaged        when it left its first phase; null while it has not
/// @param reports        the signals that came from outside
public record Derived(
        Set<ProductId> products,
        Set<String> markets,
        @Nullable String deviceClass,
        boolean isDevice,
        Determination determination,
        String because,
        @Nullable LocalDate kevSince,
        Instant opened,
        @Nullable Instant matched,
        @Nullable Instant triaged,
        List<Report> reports) {

    public Derived {
        products = Set.copyOf(products);
        markets = Set.copyOf(markets);
        reports = List.copyOf(reports);
    }

    /// @param acknowledged  null while its sender was not told that it came
    public record Report(Instant received, @Nullable Instant acknowledged) {}
}
