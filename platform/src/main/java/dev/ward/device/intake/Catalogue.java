package dev.ward.device.intake;

import dev.ward.identity.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Products, models, releases, configurations and DIs by their names, as far as a file named them; each is asked for
/// once.
final class Catalogue {

    private static final int MOST_KNOWN = 100_000;

    private final JdbcClient jdbc;
    private final Reader reader;
    /// By the name as it was written; empty for one that there is not.
    private final Map<String, Optional<UUID>> products = new HashMap<>();
    private final Map<String, Optional<Labelled>> identifiers = new HashMap<>();
    private final Map<UUID, Known> known = new HashMap<>();

    Catalogue(JdbcClient jdbc, Reader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /// What a DI is of.
    ///
    /// @param model  null where it stands on all models of the product
    record Labelled(UUID product, @Nullable UUID model) {}

    /// @param model  null for a release of all models
    record Version(UUID id, @Nullable UUID model) {}

    /// What belongs to one product: names in small letters, versions as they are written.
    private record Known(
            Map<String, UUID> models, Map<String, List<Version>> releases, Map<String, UUID> configurations) {

        Known() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /// Looks up all that some rows name.
    void learn(Collection<Line> lines) {
        Set<String> names = new HashSet<>();
        Set<String> dis = new HashSet<>();
        for (Line line : lines) {
            if (line.unit().product() != null) {
                names.add(line.unit().product());
            }
            if (line.unit().di() != null) {
                dis.add(line.unit().di().value());
            }
        }
        if (products.size() + identifiers.size() > MOST_KNOWN) {
            products.clear();
            identifiers.clear();
        }
        names.removeAll(products.keySet());
        dis.removeAll(identifiers.keySet());
        learnProducts(names);
        learnIdentifiers(dis);
        Set<UUID> strange = new HashSet<>();
        for (Line line : lines) {
            product(line.unit().product()).ifPresent(strange::add);
            labelled(line).ifPresent(labelled -> strange.add(labelled.product()));
        }
        strange.removeAll(known.keySet());
        learnParts(strange);
    }

    private void learnProducts(Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        names.forEach(name -> products.put(name, Optional.empty()));
        jdbc.sql("""
                SELECT n.name, p.product_id
                  FROM unnest(:names::text[]) AS n (name)
                  JOIN product.published_product p ON lower(p.name) = lower(n.name)
                 WHERE\s""" + reader.sees("p"))
                .param("names", names.toArray(String[]::new))
                .query(row -> {
                    products.put(row.getString(1), Optional.of(row.getObject(2, UUID.class)));
                });
    }

    private void learnIdentifiers(Set<String> dis) {
        if (dis.isEmpty()) {
            return;
        }
        dis.forEach(di -> identifiers.put(di, Optional.empty()));
        jdbc.sql("""
                SELECT d.di, d.product_id,
                       CASE WHEN count(*) = count(d.model_id) AND count(DISTINCT d.model_id) = 1
                            THEN min(d.model_id::text)::uuid END
                  FROM product.published_device_identifier d
                 WHERE d.di = ANY(:dis) AND\s""" + reader.sees("d") + " GROUP BY d.di, d.product_id")
                .param("dis", dis.toArray(String[]::new))
                .query(row -> {
                    identifiers.put(
                            row.getString(1),
                            Optional.of(new Labelled(row.getObject(2, UUID.class), row.getObject(3, UUID.class))));
                });
    }

    private void learnParts(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(id -> known.put(id, new Known()));
        UUID[] all = ids.toArray(UUID[]::new);
        jdbc.sql("SELECT product_id, lower(name), model_id FROM product.published_model WHERE product_id = ANY(:ids)")
                .param("ids", all)
                .query(row -> {
                    of(row.getObject(1, UUID.class)).models().put(row.getString(2), row.getObject(3, UUID.class));
                });
        jdbc.sql(
                        "SELECT product_id, version, release_id, model_id FROM product.published_release WHERE product_id = ANY(:ids)")
                .param("ids", all)
                .query(row -> {
                    of(row.getObject(1, UUID.class))
                            .releases()
                            .computeIfAbsent(row.getString(2), _ -> new ArrayList<>(1))
                            .add(new Version(row.getObject(3, UUID.class), row.getObject(4, UUID.class)));
                });
        jdbc.sql(
                        "SELECT product_id, lower(name), configuration_id FROM product.published_configuration WHERE product_id = ANY(:ids)")
                .param("ids", all)
                .query(row -> {
                    of(row.getObject(1, UUID.class))
                            .configurations()
                            .put(row.getString(2), row.getObject(3, UUID.class));
                });
    }

    private Known of(UUID product) {
        return known.computeIfAbsent(product, _ -> new Known());
    }

    Optional<UUID> product(@Nullable String name) {
        return name == null ? Optional.empty() : products.getOrDefault(name, Optional.empty());
    }

    Optional<Labelled> labelled(Line line) {
        return line.unit().di() == null
                ? Optional.empty()
                : identifiers.getOrDefault(line.unit().di().value(), Optional.empty());
    }

    Optional<UUID> model(UUID product, String name) {
        return Optional.ofNullable(of(product).models().get(name.toLowerCase(Locale.ROOT)));
    }

    /// The releases of a version: of the product, and of each of its models that has one.
    List<Version> releases(UUID product, String version) {
        return of(product).releases().getOrDefault(version, List.of());
    }

    Optional<UUID> configuration(UUID product, String name) {
        return Optional.ofNullable(of(product).configurations().get(name.toLowerCase(Locale.ROOT)));
    }
}
