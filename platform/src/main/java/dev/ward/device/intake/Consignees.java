package dev.ward.device.intake;

import dev.ward.identity.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Customers and sites by their numbers and names, as far as a file named them, and those that it adds.
final class Consignees {

    private static final int MOST_KNOWN = 200_000;
    /// Of one name; more are as ambiguous.
    private static final int CANDIDATES = 20;

    private final JdbcClient jdbc;
    private final Reader reader;
    private final Map<Key, List<Customer>> customers = new HashMap<>();
    private final Map<SiteKey, List<Site>> sites = new HashMap<>();
    private final Additions additions;

    Consignees(JdbcClient jdbc, Reader reader, Additions additions) {
        this.jdbc = jdbc;
        this.additions = additions;
        this.reader = reader;
    }

    /// A number or a name, in small letters; one of the two.
    record Key(@Nullable String reference, @Nullable String name) {

        static Key byReference(String reference) {
            return new Key(reference.toLowerCase(Locale.ROOT), null);
        }

        static Key byName(String name) {
            return new Key(null, name.toLowerCase(Locale.ROOT));
        }
    }

    record SiteKey(UUID customer, Key key) {}

    record Customer(
            UUID id, @Nullable String reference, @Nullable String country) {}

    record Site(
            UUID id, @Nullable String reference, @Nullable String country) {}

    /// Looks up the customers that some rows name.
    void learnCustomers(Collection<Line> lines) {
        if (customers.size() > MOST_KNOWN) {
            customers.clear();
        }
        Set<Key> strange = new LinkedHashSet<>();
        for (Line line : lines) {
            strange(line.place().customerReference(), line.place().customer(), strange);
            strange(line.shipped().via(), line.shipped().via(), strange);
        }
        if (strange.isEmpty()) {
            return;
        }
        List<Key> asked = new ArrayList<>(strange);
        asked.forEach(key -> customers.put(key, new ArrayList<>(1)));
        jdbc.sql("""
                SELECT k.ordinal, c.customer_id, c.reference, c.country
                  FROM unnest(:names::text[]) WITH ORDINALITY AS k (name, ordinal)
                  JOIN customer.published_customer c ON lower(c.name) = lower(k.name)
                 WHERE NOT c.archived AND\s""" + reader.sees("c") + """

                UNION ALL
                SELECT k.ordinal, c.customer_id, c.reference, c.country
                  FROM unnest(:references::text[]) WITH ORDINALITY AS k (reference, ordinal)
                  JOIN customer.published_customer c ON lower(c.reference) = lower(k.reference)
                 WHERE\s""" + reader.sees("c"))
                .param("names", asked.stream().map(Key::name).toArray(String[]::new))
                .param("references", asked.stream().map(Key::reference).toArray(String[]::new))
                .query(row -> {
                    List<Customer> found =
                            customers.computeIfAbsent(asked.get(row.getInt(1) - 1), _ -> new ArrayList<>(1));
                    if (found.size() < CANDIDATES) {
                        found.add(new Customer(row.getObject(2, UUID.class), row.getString(3), row.getString(4)));
                    }
                });
    }

    private void strange(@Nullable String reference, @Nullable String name, Set<Key> strange) {
        if (reference != null && !customers.containsKey(Key.byReference(reference))) {
            strange.add(Key.byReference(reference));
        }
        if (name != null && !customers.containsKey(Key.byName(name))) {
            strange.add(Key.byName(name));
        }
    }

    /// Those of a number or a name, known and added.
    List<Customer> customers(Key key) {
        List<Customer> all = new ArrayList<>(customers.getOrDefault(key, List.of()));
        all.addAll(additions.customers(key));
        return all;
    }

    /// Looks up the sites that some rows name.
    ///
    /// @param of  the customer of each row; null for a row without
    void learnSites(List<Line> lines, List<@Nullable UUID> of) {
        if (sites.size() > MOST_KNOWN) {
            sites.clear();
        }
        Set<SiteKey> strange = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            UUID customer = of.get(i);
            Line.Place place = lines.get(i).place();
            if (customer != null && place.siteReference() != null) {
                strange.add(new SiteKey(customer, Key.byReference(place.siteReference())));
            }
            if (customer != null && place.site() != null) {
                strange.add(new SiteKey(customer, Key.byName(place.site())));
            }
        }
        strange.removeAll(sites.keySet());
        if (strange.isEmpty()) {
            return;
        }
        List<SiteKey> asked = new ArrayList<>(strange);
        asked.forEach(key -> sites.put(key, new ArrayList<>(1)));
        jdbc.sql("""
                SELECT k.ordinal, s.site_id, s.reference, s.country
                  FROM unnest(:customers::uuid[], :names::text[], :references::text[])
                       WITH ORDINALITY AS k (customer_id, name, reference, ordinal)
                  JOIN customer.published_site s
                    ON s.customer_id = k.customer_id
                   AND (lower(s.name) = lower(k.name) OR lower(s.reference) = lower(k.reference))
                 WHERE\s""" + reader.sees("s"))
                .param("customers", asked.stream().map(SiteKey::customer).toArray(UUID[]::new))
                .param("names", asked.stream().map(key -> key.key().name()).toArray(String[]::new))
                .param(
                        "references",
                        asked.stream().map(key -> key.key().reference()).toArray(String[]::new))
                .query(row -> {
                    sites.computeIfAbsent(asked.get(row.getInt(1) - 1), _ -> new ArrayList<>(1))
                            .add(new Site(row.getObject(2, UUID.class), row.getString(3), row.getString(4)));
                });
    }

    List<Site> sites(UUID customer, Key key) {
        List<Site> all = new ArrayList<>(sites.getOrDefault(new SiteKey(customer, key), List.of()));
        all.addAll(additions.sites(customer, key));
        return all;
    }
}
