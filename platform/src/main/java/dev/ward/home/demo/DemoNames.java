package dev.ward.home.demo;

import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the demo's names stand for.
public final class DemoNames {

    private static final Reader READER = Reader.machine("demo");

    private final Map<String, ProductId> products = new HashMap<>();
    private final Map<String, List<Release>> releases = new HashMap<>();
    private final Customers customers;

    DemoNames(Customers customers) {
        this.customers = customers;
    }

    public void add(String product, ProductId id) {
        products.put(product, id);
        releases.put(product, new ArrayList<>());
    }

    public void add(String product, Release release) {
        releases(product).add(release);
    }

    ProductId product(String name) {
        return Objects.requireNonNull(products.get(name), name);
    }

    List<Release> releases(String product) {
        return Objects.requireNonNull(releases.get(product), product);
    }

    Release release(String product, String version) {
        return releases(product).stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /// Those that were released, by product, the oldest first.
    Map<String, List<Release>> released() {
        Map<String, List<Release>> released = new HashMap<>();
        releases.forEach((product, all) -> released.put(
                product,
                all.stream()
                        .filter(one -> one.released() != null)
                        .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.released())))
                        .toList()));
        return released;
    }

    @Nullable
    CustomerId customer(@Nullable String reference) {
        return reference == null
                ? null
                : customers.typed(READER, "customer", reference).id();
    }
}
