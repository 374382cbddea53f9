package dev.ward.customer.web;

import dev.ward.customer.Countries;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerFilter;
import dev.ward.customer.Customers;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.SearchResults;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds customers by name or reference.
@Component
class CustomerSearch implements SearchResults {

    private final Customers customers;
    private final Visibility visibility;

    CustomerSearch(Customers customers, Visibility visibility) {
        this.customers = customers;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Customers";
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Hit> find(String text, int most) {
        return customers.list(visibility.reader(), CustomerFilter.ofText(text), null, most).items().stream()
                .map(line -> hit(line.customer()))
                .toList();
    }

    private static Hit hit(Customer customer) {
        String country = customer.country();
        String detail = customer.kind().title() + (country == null ? "" : ", " + Countries.name(country));
        return new Hit(customer.name(), detail, "/customers/" + customer.id());
    }
}
