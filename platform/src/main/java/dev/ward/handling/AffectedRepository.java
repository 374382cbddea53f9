package dev.ward.handling;

import dev.ward.database.Rows;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where components are, over all releases at once.
@Repository
class AffectedRepository {

    private static final int MOST_NAMED = 20;

    private final JdbcClient jdbc;

    AffectedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(ProductId product, AffectedRelease release, long ofPresence, long allDevices) {}

    private static final String BY_COMPONENT = """
            WITH asked AS (
                SELECT c.component_id, c.name, c.version, c.public_id = ANY (:inside) AS sure
                  FROM sbom.published_component c
                 WHERE c.public_id = ANY (:inside) OR c.public_id = ANY (:possible)),
            hit AS (
                SELECT p.release_id, bool_or(a.sure) AS sure,
                       array_agg(DISTINCT a.name || coalesce(' ' || a.version, '')) AS components
                  FROM asked a
                  JOIN sbom.published_current_component p USING (component_id)
                 GROUP BY p.release_id),
            """;

    /// Of the current SBOMs alone: an older one may have held the file.
    private static final String BY_HASH = """
            WITH hit AS (
                SELECT p.release_id, true AS sure,
                       array_agg(DISTINCT c.name || coalesce(' ' || c.version, '')) AS components
                  FROM sbom.published_hashed_occurrence o
                  JOIN sbom.published_current_component p USING (snapshot_id, component_id)
                  JOIN sbom.published_component c USING (component_id)
                 WHERE o.hashes && ARRAY[:hash::text]
                 GROUP BY p.release_id),
            """;

    private static String rated(Reader reader) {
        return """
                rated AS (
                    SELECT r.release_id, r.product_id, r.product_name, r.model_name, r.version, r.released_on, h.components,
                           CASE WHEN h.sure THEN 0 WHEN h.release_id IS NOT NULL THEN 1
                                WHEN s.release_id IS NULL THEN 2 ELSE :without END AS presence,
                           CASE WHEN h.release_id IS NULL AND s.release_id IS NOT NULL THEN NULL
                                ELSE (SELECT coalesce(sum(t.devices), 0) FROM device.published_tally t
                                       WHERE t.release_id = r.release_id AND t.status = ANY (:inField) AND %s)
                            END AS devices
                      FROM product.published_release r
                      LEFT JOIN hit h ON h.release_id = r.release_id
                      LEFT JOIN sbom.published_snapshot s ON s.release_id = r.release_id AND s.current
                     WHERE NOT r.archived AND %s)
                SELECT r.*, count(*) OVER (PARTITION BY r.presence) AS of_presence,
                       coalesce(sum(r.devices) FILTER (WHERE r.presence < 2) OVER (), 0) AS all_devices
                  FROM rated r
                 ORDER BY r.presence, r.product_name, r.version, r.release_id
                """.formatted(reader.seesOf("t.customer_id"), reader.sees("r"));
    }

    /// @param inside    components that are meant
    /// @param possible  components of which it cannot be told
    /// @param cut       whether there are more: then no release is told not to hold one
    AffectedMatrix matrix(Reader reader, List<UUID> inside, List<UUID> possible, boolean cut, int most) {
        List<Row> rows = jdbc.sql(BY_COMPONENT + rated(reader))
                .param("inside", inside.toArray(UUID[]::new))
                .param("possible", possible.toArray(UUID[]::new))
                .param("without", (cut ? Presence.UNCOMPARED : Presence.ABSENT).ordinal())
                .param("inField", ScopeRepository.IN_FIELD)
                .query((row, _) -> row(row))
                .list();
        return matrix(rows, inside.size() + possible.size(), cut, most);
    }

    /// Where files of a hash are. A release of whose components none has it may hold the file all the
    /// same, built anew or listed without a hash: it is not absent there.
    AffectedMatrix byHash(Reader reader, FileHash hash, int most) {
        List<Row> rows = jdbc.sql(BY_HASH + rated(reader))
                .param("hash", hash.toString())
                .param("without", Presence.UNTOLD.ordinal())
                .param("inField", ScopeRepository.IN_FIELD)
                .query((row, _) -> row(row))
                .list();
        long components = rows.stream()
                .flatMap(row -> row.release().components().stream())
                .distinct()
                .count();
        return matrix(rows, Math.toIntExact(components), false, most);
    }

    private static AffectedMatrix matrix(List<Row> rows, int components, boolean cut, int most) {
        Map<Presence, Long> counts = new EnumMap<>(Presence.class);
        List<AffectedRelease> first = new ArrayList<>();
        for (Row row : rows) {
            counts.put(row.release().presence(), row.ofPresence());
            if (first.size() < most) {
                first.add(row.release());
            }
        }
        long devices = rows.isEmpty() ? 0 : rows.getFirst().allDevices();
        return new AffectedMatrix(counts, devices, products(rows, first.size()), first, components, cut);
    }

    /// @param most  so many releases, from the first, are named
    private static List<AffectedProduct> products(List<Row> rows, int most) {
        Map<ProductId, List<AffectedRelease>> releases = new LinkedHashMap<>();
        Map<ProductId, Integer> named = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            releases.computeIfAbsent(row.product(), _ -> new ArrayList<>()).add(row.release());
            named.merge(row.product(), i < most ? 1 : 0, Integer::sum);
        }
        List<AffectedProduct> products = new ArrayList<>();
        releases.forEach((id, all) -> products.add(product(id, all, named.getOrDefault(id, 0))));
        products.sort(Comparator.comparing(AffectedProduct::presence, Presence.GRAVEST_FIRST)
                .thenComparing(AffectedProduct::name)
                .thenComparing(one -> one.product().value()));
        return products;
    }

    private static AffectedProduct product(ProductId id, List<AffectedRelease> all, int named) {
        Map<Presence, Long> counts = new EnumMap<>(Presence.class);
        Presence gravest = Presence.ABSENT;
        long devices = 0;
        for (AffectedRelease one : all) {
            counts.merge(one.presence(), 1L, Long::sum);
            gravest = gravest.graver(one.presence());
            devices += one.presence() == Presence.PRESENT || one.presence() == Presence.POSSIBLE ? one.devices() : 0;
        }
        return new AffectedProduct(id, all.getFirst().product(), gravest, counts, devices, all.subList(0, named));
    }

    private static Row row(ResultSet row) throws SQLException {
        AffectedRelease release = new AffectedRelease(
                new ReleaseId(row.getObject("release_id", UUID.class)),
                row.getString("product_name"),
                row.getString("model_name"),
                row.getString("version"),
                row.getObject("released_on", LocalDate.class),
                Presence.values()[row.getInt("presence")],
                Rows.texts(row, "components").stream().limit(MOST_NAMED).toList(),
                row.getLong("devices"));
        return new Row(
                new ProductId(row.getObject("product_id", UUID.class)),
                release,
                row.getLong("of_presence"),
                row.getLong("all_devices"));
    }
}
