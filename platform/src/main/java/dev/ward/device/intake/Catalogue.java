package dev.ward.device.intake;

import dev.ward.identity.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Map<Named, List<Version>> releases = new HashMap<>();
    private final Map<Named, Optional<UUID>> models = new HashMap<>();
    private final Map<Named, Optional<UUID>> configurations = new HashMap<>();

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

    /// What a product calls by a name, as it was written.
    private record Named(UUID product, String name) {}

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
        forgetMany();
        names.removeAll(products.keySet());
        dis.removeAll(identifiers.keySet());
        learnProducts(names);
        learnIdentifiers(dis);
        learnParts(lines);
    }

    private void forgetMany() {
        for (Map<?, ?> known : List.of(products, identifiers, releases, models, configurations)) {
            if (known.size() > MOST_KNOWN) {
                known.clear();
            }
        }
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

    /// Of a product of thousands of releases, those that rows name.
    private void learnParts(Collection<Line> lines) {
        Set<Named> strangeReleases = new LinkedHashSet<>();
        Set<Named> strangeModels = new LinkedHashSet<>();
        Set<Named> strangeConfigurations = new LinkedHashSet<>();
        for (Line line : lines) {
            UUID product = labelled(line)
                    .map(Labelled::product)
                    .or(() -> product(line.unit().product()))
                    .orElse(null);
            if (product != null) {
                strange(product, line.software().release(), releases, strangeReleases);
                strange(product, line.unit().model(), models, strangeModels);
                strange(product, line.software().configuration(), configurations, strangeConfigurations);
            }
        }
        learnReleases(List.copyOf(strangeReleases));
        learn(List.copyOf(strangeModels), models, "model");
        learn(List.copyOf(strangeConfigurations), configurations, "configuration");
    }

    private static void strange(UUID product, @Nullable String name, Map<Named, ?> known, Set<Named> strange) {
        if (name != null && !known.containsKey(new Named(product, name))) {
            strange.add(new Named(product, name));
        }
    }

    private void learnReleases(List<Named> asked) {
        if (asked.isEmpty()) {
            return;
        }
        asked.forEach(named -> releases.put(named, new ArrayList<>(1)));
        jdbc.sql("""
                SELECT n.ordinal, p.release_id, p.model_id
                  FROM unnest(:products::uuid[], :names::text[]) WITH ORDINALITY AS n (product_id, name, ordinal)
                  JOIN product.published_release p ON p.product_id = n.product_id AND p.version = n.name
                 WHERE\s""" + reader.sees("p"))
                .param("products", products(asked))
                .param("names", names(asked))
                .query(row -> {
                    releases.computeIfAbsent(asked.get(row.getInt(1) - 1), _ -> new ArrayList<>(1))
                            .add(new Version(row.getObject(2, UUID.class), row.getObject(3, UUID.class)));
                });
    }

    /// @param kind  `model` or `configuration`
    private void learn(List<Named> asked, Map<Named, Optional<UUID>> known, String kind) {
        if (asked.isEmpty()) {
            return;
        }
        asked.forEach(named -> known.put(named, Optional.empty()));
        jdbc.sql("""
                SELECT n.ordinal, p.{kind}_id
                  FROM unnest(:products::uuid[], :names::text[]) WITH ORDINALITY AS n (product_id, name, ordinal)
                  JOIN product.published_{kind} p ON p.product_id = n.product_id AND lower(p.name) = lower(n.name)
                 WHERE\s""".replace("{kind}", kind) + reader.sees("p"))
                .param("products", products(asked))
                .param("names", names(asked))
                .query(row -> {
                    known.put(asked.get(row.getInt(1) - 1), Optional.of(row.getObject(2, UUID.class)));
                });
    }

    private static UUID[] products(List<Named> asked) {
        return asked.stream().map(Named::product).toArray(UUID[]::new);
    }

    private static String[] names(List<Named> asked) {
        return asked.stream().map(Named::name).toArray(String[]::new);
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
        return models.getOrDefault(new Named(product, name), Optional.empty());
    }

    /// The releases of a version: of the product, and of each of its models that has one.
    List<Version> releases(UUID product, String version) {
        return releases.getOrDefault(new Named(product, version), List.of());
    }

    Optional<UUID> configuration(UUID product, String name) {
        return configurations.getOrDefault(new Named(product, name), Optional.empty());
    }
}
