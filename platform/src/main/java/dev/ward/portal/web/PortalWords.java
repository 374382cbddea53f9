package dev.ward.portal.web;

import dev.ward.device.FactSource;
import dev.ward.portal.Holding;
import dev.ward.product.ProductId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Words and short lists for the pages. Public because templates are compiled in another package.
public final class PortalWords {

    private PortalWords() {}

    public static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    /// The products by name, each once.
    public static Map<ProductId, String> products(List<Holding.Line> lines) {
        Map<ProductId, String> products = new LinkedHashMap<>();
        lines.forEach(line -> products.put(line.product(), line.productName()));
        return products;
    }

    /// In the customer's eyes.
    public static String confirmedBy(FactSource source) {
        return switch (source) {
            case CUSTOMER -> "your organisation";
            case PERSON, IMPORT -> "the manufacturer";
            case SERVICE -> "the manufacturer's service";
            case TELEMETRY -> "the device itself";
        };
    }

    public static <E extends Enum<E>> String titles(Set<E> chosen, Function<E, String> title) {
        return new TreeSet<>(chosen).stream().map(title).collect(Collectors.joining(", "));
    }
}
