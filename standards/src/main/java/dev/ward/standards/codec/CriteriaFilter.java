package dev.ward.standards.codec;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.match.ComponentIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells by its text whether a criteria can concern a component at all, before it is read.
///
/// A record may name hundreds of products in one list of alternatives, of which a component is one.
public final class CriteriaFilter {

    private static final String BEGINNING = "cpe:2.3:";

    private final List<String> products;

    private CriteriaFilter(List<String> products) {
        this.products = products;
    }

    /// A filter for a component with CPE names; null for one without, or with
    /// one that names no single product, which every criteria may concern.
    public static @Nullable CriteriaFilter of(ComponentIdentity component) {
        boolean single =
                component.cpes().stream().allMatch(cpe -> cpe.productKey().isPresent());
        if (component.cpes().isEmpty() || !single) {
            return null;
        }
        return new CriteriaFilter(component.cpes().stream()
                .flatMap(cpe -> productKey(cpe).stream())
                .map(product -> BEGINNING + product + ":")
                .distinct()
                .toList());
    }

    private static List<String> productKey(Cpe cpe) {
        return cpe.productKey().map(List::of).orElse(List.of());
    }

    /// @param criteria  a CPE name as a formatted string
    public boolean mayConcern(String criteria) {
        for (String product : products) {
            if (criteria.startsWith(product)) {
                return true;
            }
        }
        return namesNoSingleProduct(criteria);
    }

    /// An unquoted wildcard in part, vendor or product.
    private static boolean namesNoSingleProduct(String criteria) {
        int colons = 0;
        for (int i = BEGINNING.length(); i < criteria.length() && colons < 3; i++) {
            char c = criteria.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?') {
                return true;
            } else if (c == ':') {
                colons++;
            }
        }
        return false;
    }
}
