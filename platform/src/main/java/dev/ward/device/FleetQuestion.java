package dev.ward.device;

import dev.ward.customer.Countries;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.Region;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Worded;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an address asks of the fleet.
///
/// @param customer  an id, a reference or a name
/// @param region    `europe`, `northern-america`, `latin-america`, `asia`, `africa`, `oceania` or `antarctica`
public record FleetQuestion(
        @Nullable String product,
        @Nullable String model,
        @Nullable String customer,
        @Nullable String region,
        @Nullable String country) {

    /// @throws ProblemException  when something of it cannot be taken, or there is no such customer
    public FleetFilter filter(Reader reader, Customers customers) {
        return new FleetFilter(
                id("product", product, ProductId::of),
                id("model", model, ModelId::of),
                customer(reader, customers),
                Worded.typed("region", region, Region.values()),
                Countries.typed("country", country));
    }

    private @Nullable CustomerId customer(Reader reader, Customers customers) {
        if (customer == null || customer.isBlank()) {
            return null;
        }
        try {
            return customers.get(reader, CustomerId.of(customer.strip())).id();
        } catch (IllegalArgumentException notAnId) {
            return customers.typed(reader, "customer", customer).id();
        }
    }

    private static <T> @Nullable T id(String name, @Nullable String text, Function<String, T> reading) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID, "\"%s\" is no value of \"%s\".".formatted(text, name))
                    .with(name, "is not an id");
        }
    }
}
