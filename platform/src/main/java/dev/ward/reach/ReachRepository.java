package dev.ward.reach;

import static dev.ward.reach.ReachedUnits.asked;
import static dev.ward.reach.ReachedUnits.bound;

import dev.ward.identity.Reader;
import dev.ward.reach.Reach.OfCountry;
import dev.ward.reach.Reach.OfCustomer;
import dev.ward.reach.Reach.OfStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what is reached, from the tallies of units by release and by configuration, so that nobody
/// counts a million rows.
@Repository
class ReachRepository {

    private static final int MOST_CUSTOMERS = 20;

    /// The units that are reached, as counted rows.
    private static final String REACHED = """
            SELECT t.customer_id, t.site_id, t.country, t.status, t.devices, 0::bigint AS by_configuration
              FROM device.published_tally t
             WHERE t.release_id = ANY(:certain) AND {tally}
            UNION ALL
            SELECT k.customer_id, k.site_id, k.country, k.status, k.devices, k.devices
              FROM device.published_configuration_tally k
             WHERE {configured}
            """;

    /// The same where units of some configurations are not reached by their release: they are taken from
    /// those of the release, place by place.
    private static final String REACHED_BUT_FOR_ABSENT = """
            SELECT u.customer_id, u.site_id, u.country, u.status, sum(u.devices) AS devices,
                   sum(u.by_configuration) AS by_configuration
              FROM ({reached}
                    UNION ALL
                    SELECT k.customer_id, k.site_id, k.country, k.status, -k.devices, 0
                      FROM device.published_configuration_tally k
                     WHERE k.release_id = ANY(:certain) AND {absent}) u
             GROUP BY 1, 2, 3, 4
            HAVING sum(u.devices) > 0
            """;

    private final JdbcClient jdbc;

    ReachRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What one statement over the counted rows says, by what the rows are grouped.
    private static final class Sums {
        private long devices;
        private long byConfiguration;
        private long sites;
        private long customers;
        private long unplaced;
        private final List<OfCountry> countries = new ArrayList<>();
        private final List<OfStatus> statuses = new ArrayList<>();
    }

    Reach of(Subject subject, Population population, ReachFilter filter, Reader reader) {
        Sums sums = sums(population, filter, reader);
        long[] counted = counted(population, filter, reader);
        long[] known = known(subject, population, filter, reader);
        return new Reach(
                subject,
                releases(population, filter, reader),
                sums.devices,
                sums.byConfiguration,
                counted[0],
                counted[1],
                possible(population, filter, reader),
                known[1],
                known[0],
                sums.sites,
                sums.customers,
                sums.unplaced,
                configured(population, filter, reader),
                sums.countries,
                sums.statuses,
                gravest(population, filter, reader));
    }

    private static String reached(Population population, ReachFilter filter, Reader reader) {
        String asked = asked(filter, reader, "k");
        String reached = REACHED.replace("{tally}", asked(filter, reader, "t"))
                .replace("{configured}", ReachedUnits.byConfiguration(population, "k") + " AND " + asked);
        return population.isAbsentSomewhere()
                ? REACHED_BUT_FOR_ABSENT
                        .replace("{reached}", reached)
                        .replace("{absent}", ReachedUnits.isAbsent("k") + " AND " + asked)
                : reached;
    }

    private Sums sums(Population population, ReachFilter filter, Reader reader) {
        Sums sums = new Sums();
        String sql = """
                WITH r AS MATERIALIZED (%s)
                SELECT 0 AS part, NULL AS word, sum(devices) AS devices, sum(by_configuration) AS by_configuration,
                       (SELECT count(*) FROM (SELECT site_id FROM r WHERE site_id IS NOT NULL GROUP BY 1) s) AS sites,
                       (SELECT count(*) FROM (SELECT customer_id FROM r WHERE customer_id IS NOT NULL GROUP BY 1) c)
                           AS customers,
                       sum(devices) FILTER (WHERE customer_id IS NULL) AS unplaced
                  FROM r
                UNION ALL
                SELECT 1, country, sum(devices), 0, 0, 0, 0 FROM r GROUP BY country
                UNION ALL
                SELECT 2, status, sum(devices), 0, 0, 0, 0 FROM r GROUP BY status
                 ORDER BY part, devices DESC, word
                """.formatted(reached(population, filter, reader));
        bound(jdbc, sql, population, filter).query((RowCallbackHandler) row -> take(row, sums));
        return sums;
    }

    private static void take(ResultSet row, Sums sums) throws SQLException {
        long devices = row.getLong("devices");
        switch (row.getInt("part")) {
            case 0 -> {
                sums.devices = devices;
                sums.byConfiguration = row.getLong("by_configuration");
                sums.sites = row.getLong("sites");
                sums.customers = row.getLong("customers");
                sums.unplaced = row.getLong("unplaced");
            }
            case 1 -> sums.countries.add(new OfCountry(row.getString("word"), devices));
            default -> sums.statuses.add(new OfStatus(row.getString("word"), devices));
        }
    }

    private List<OfCustomer> gravest(Population population, ReachFilter filter, Reader reader) {
        String sql = """
                SELECT g.customer_id, c.name, c.country, g.sites, g.devices
                  FROM (SELECT r.customer_id, count(DISTINCT r.site_id) AS sites, sum(r.devices) AS devices
                          FROM (%s) r
                         WHERE r.customer_id IS NOT NULL
                         GROUP BY r.customer_id
                         ORDER BY devices DESC, r.customer_id
                         LIMIT %d) g
                  JOIN customer.published_customer c USING (customer_id)
                 WHERE %s
                 ORDER BY g.devices DESC, c.name, g.customer_id
                """.formatted(reached(population, filter, reader), MOST_CUSTOMERS, reader.sees("c"));
        return bound(jdbc, sql, population, filter)
                .query((row, _) -> new OfCustomer(
                        row.getObject("customer_id", UUID.class),
                        row.getString("name"),
                        row.getString("country"),
                        row.getLong("sites"),
                        row.getLong("devices")))
                .list();
    }

    /// The first releases with the units that have them.
    private List<ReachedRelease> releases(Population population, ReachFilter filter, Reader reader) {
        List<ReachedRelease> first =
                population.releases().stream().limit(Reach.MOST_RELEASES).toList();
        Map<UUID, Long> devices = new HashMap<>();
        Map<UUID, Long> counted = new HashMap<>();
        String sql = """
                SELECT t.release_id, sum(t.devices) AS units, 0 AS counted
                  FROM device.published_tally t
                 WHERE t.release_id = ANY(:named) AND %s
                 GROUP BY 1
                UNION ALL
                SELECT k.release_id, -sum(k.devices), 0
                  FROM device.published_configuration_tally k
                 WHERE k.release_id = ANY(:named) AND %s AND %s
                 GROUP BY 1
                UNION ALL
                SELECT p.release_id, 0, sum(p.quantity)
                  FROM device.published_population p
                 WHERE p.release_id = ANY(:named) AND NOT %s AND %s
                 GROUP BY 1
                """.formatted(
                        asked(filter, reader, "t"),
                        ReachedUnits.isAbsent("k"),
                        asked(filter, reader, "k"),
                        ReachedUnits.isAbsent("p"),
                        asked(filter, reader, "p"));
        bound(jdbc, sql, population, filter)
                .param("named", first.stream().map(ReachedRelease::id).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> {
                    UUID release = row.getObject("release_id", UUID.class);
                    devices.merge(release, row.getLong("units"), Long::sum);
                    counted.merge(release, row.getLong("counted"), Long::sum);
                });
        return first.stream()
                .map(release ->
                        release.with(devices.getOrDefault(release.id(), 0L), counted.getOrDefault(release.id(), 0L)))
                .toList();
    }

    private long possible(Population population, ReachFilter filter, Reader reader) {
        String sql = """
                SELECT coalesce(sum(t.devices), 0)
                  FROM device.published_tally t
                 WHERE t.release_id = ANY(:possible) AND %s
                """.formatted(asked(filter, reader, "t"));
        return bound(jdbc, sql, population, filter)
                .param("possible", population.possible())
                .query(Long.class)
                .single();
    }

    /// @return the quantity of units without serials, and how much of it is estimated
    private long[] counted(Population population, ReachFilter filter, Reader reader) {
        String sql = """
                SELECT coalesce(sum(p.quantity), 0) AS counted,
                       coalesce(sum(p.quantity) FILTER (WHERE p.estimated), 0) AS estimated
                  FROM device.published_population p
                 WHERE (%s OR p.configuration_id = ANY(:held)) AND %s
                """.formatted(ReachedUnits.byRelease(population, "p"), asked(filter, reader, "p"));
        return bound(jdbc, sql, population, filter)
                .query((row, _) -> new long[] {row.getLong("counted"), row.getLong("estimated")})
                .single();
    }

    private Reach.Configured configured(Population population, ReachFilter filter, Reader reader) {
        if (population.decided().isEmpty()) {
            return new Reach.Configured(0, 0, 0);
        }
        String sql = """
                SELECT coalesce(sum(u.absent), 0) AS absent, coalesce(sum(u.unknown), 0) AS unknown
                  FROM (SELECT 0 AS absent, t.devices AS unknown
                          FROM device.published_tally t
                         WHERE t.release_id = ANY(:decided) AND %1$s
                        UNION ALL
                        SELECT CASE WHEN %2$s AND NOT k.configuration_id = ANY(:held) THEN k.devices ELSE 0 END,
                               -k.devices
                          FROM device.published_configuration_tally k
                         WHERE k.release_id = ANY(:decided) AND %3$s
                        UNION ALL
                        SELECT CASE WHEN %4$s AND NOT p.configuration_id = ANY(:held) THEN p.quantity ELSE 0 END,
                               CASE WHEN p.configuration_id IS NULL THEN p.quantity ELSE 0 END
                          FROM device.published_population p
                         WHERE p.release_id = ANY(:decided) AND %5$s) u
                """.formatted(
                        asked(filter, reader, "t"),
                        ReachedUnits.isAbsent("k"),
                        asked(filter, reader, "k"),
                        ReachedUnits.isAbsent("p"),
                        asked(filter, reader, "p"));
        return bound(jdbc, sql, population, filter)
                .param("decided", population.decidedReleases())
                .query((row, _) -> new Reach.Configured(
                        population.decided().size(), row.getLong("absent"), row.getLong("unknown")))
                .single();
    }

    /// @return units of the products and models in question of which it is known what decides, and of which not
    private long[] known(Subject subject, Population population, ReachFilter filter, Reader reader) {
        boolean configuration = subject.kind() == Subject.Kind.CONFIGURATION;
        String sql =
                configuration ? """
                SELECT count(d.configuration_id) AS known, count(*) - count(d.configuration_id) AS unknown
                  FROM device.published_device d
                  JOIN product.published_configuration c
                    ON c.product_id = d.product_id AND c.model_id IS NOT DISTINCT FROM d.model_id
                 WHERE c.configuration_id = ANY(:held) AND %s
                """.formatted(asked(filter, reader, "d")) : """
                SELECT coalesce(sum(t.devices) FILTER (WHERE t.release_id IS NOT NULL), 0) AS known,
                       coalesce(sum(t.devices) FILTER (WHERE t.release_id IS NULL), 0) AS unknown
                  FROM device.published_tally t
                 WHERE EXISTS (SELECT FROM product.published_release r
                                WHERE r.release_id = ANY(:certain) AND r.product_id = t.product_id
                                  AND (r.model_id IS NULL OR t.model_id IS NULL OR r.model_id = t.model_id))
                   AND %s
                """.formatted(asked(filter, reader, "t"));
        return bound(jdbc, sql, population, filter)
                .query((row, _) -> new long[] {row.getLong("known"), row.getLong("unknown")})
                .single();
    }
}
