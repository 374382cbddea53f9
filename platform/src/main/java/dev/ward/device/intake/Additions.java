package dev.ward.device.intake;

import dev.ward.customer.NewCustomer;
import dev.ward.customer.NewSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a file adds, by what it is called.
final class Additions {

    /// More than any manufacturer has: the wrong column was chosen.
    private static final int MOST = 100_000;

    private final List<NewCustomer> customers = new ArrayList<>();
    private final List<NewSite> sites = new ArrayList<>();
    private final Map<Consignees.Key, List<Consignees.Customer>> customersByKey = new HashMap<>();
    private final Map<Consignees.SiteKey, List<Consignees.Site>> sitesByKey = new HashMap<>();

    List<NewCustomer> customers() {
        return customers;
    }

    List<NewSite> sites() {
        return sites;
    }

    /// Those of the given ids; to be written, not to be looked into.
    Additions only(Set<UUID> used) {
        Additions some = new Additions();
        customers.stream().filter(one -> used.contains(one.id().value())).forEach(some.customers::add);
        sites.stream().filter(one -> used.contains(one.id().value())).forEach(some.sites::add);
        return some;
    }

    boolean isFull() {
        return customers.size() + sites.size() >= MOST;
    }

    Consignees.Customer add(NewCustomer customer) {
        customers.add(customer);
        String reference = customer.draft().reference();
        Consignees.Customer added = new Consignees.Customer(
                customer.id().value(), reference, customer.draft().country());
        customersByKey
                .computeIfAbsent(Consignees.Key.byName(customer.draft().name()), _ -> new ArrayList<>(1))
                .add(added);
        if (reference != null) {
            customersByKey.put(Consignees.Key.byReference(reference), List.of(added));
        }
        return added;
    }

    Consignees.Site add(NewSite site) {
        sites.add(site);
        UUID customer = site.customer().value();
        String reference = site.draft().reference();
        Consignees.Site added =
                new Consignees.Site(site.id().value(), reference, site.draft().country());
        sitesByKey.put(
                new Consignees.SiteKey(
                        customer, Consignees.Key.byName(site.draft().name())),
                List.of(added));
        if (reference != null) {
            sitesByKey.put(new Consignees.SiteKey(customer, Consignees.Key.byReference(reference)), List.of(added));
        }
        return added;
    }

    List<Consignees.Customer> customers(Consignees.Key key) {
        return customersByKey.getOrDefault(key, List.of());
    }

    List<Consignees.Site> sites(UUID customer, Consignees.Key key) {
        return sitesByKey.getOrDefault(new Consignees.SiteKey(customer, key), List.of());
    }
}
