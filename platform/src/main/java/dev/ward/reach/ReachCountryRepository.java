package dev.ward.reach;

import static dev.ward.reach.ReachedUnits.asked;
import static dev.ward.reach.ReachedUnits.bound;

import dev.ward.identity.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts by country what is reached but for units with a serial, which [ReachRepository] counts.
@Repository
class ReachCountryRepository {

    private final JdbcClient jdbc;

    ReachCountryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param serials  units with a serial, by country
    List<ReachedCountry> of(List<Reach.OfCountry> serials, Population population, ReachFilter filter, Reader reader) {
        Map<String, long[]> units = new HashMap<>();
        serials.forEach(one -> add(units, one.country(), 0, one.devices()));
        read(
                units,
                1,
                bound(
                        jdbc,
                        """
            SELECT p.country, coalesce(sum(p.quantity), 0) AS units
              FROM device.published_population p
             WHERE (%s OR p.configuration_id = ANY(:held)) AND %s
             GROUP BY 1
            """.formatted(ReachedUnits.byRelease(population, "p"), asked(filter, reader, "p")),
                        population,
                        filter));
        read(
                units,
                2,
                bound(jdbc, """
            SELECT t.country, coalesce(sum(t.devices), 0) AS units
              FROM device.published_tally t
             WHERE t.release_id = ANY(:possible) AND %s
             GROUP BY 1
            """.formatted(asked(filter, reader, "t")), population, filter)
                        .param("possible", population.possible()));
        read(units, 3, bound(jdbc, """
            SELECT t.country, coalesce(sum(t.devices), 0) AS units
              FROM device.published_tally t
             WHERE t.release_id IS NULL
               AND EXISTS (SELECT FROM product.published_release r
                            WHERE r.release_id = ANY(:certain) AND r.product_id = t.product_id
                              AND (r.model_id IS NULL OR t.model_id IS NULL OR r.model_id = t.model_id))
               AND %s
             GROUP BY 1
            """.formatted(asked(filter, reader, "t")), population, filter));
        List<ReachedCountry> countries = new ArrayList<>();
        units.forEach((country, of) ->
                countries.add(new ReachedCountry(country.isEmpty() ? null : country, of[0], of[1], of[2], of[3])));
        return countries.stream()
                .filter(one -> one.all() > 0)
                .sorted(Comparator.comparing(
                        ReachedCountry::country, Comparator.nullsLast(Comparator.<String>naturalOrder())))
                .toList();
    }

    private static void read(Map<String, long[]> units, int place, JdbcClient.StatementSpec statement) {
        statement.query((RowCallbackHandler) row -> add(units, row.getString("country"), place, row.getLong("units")));
    }

    private static void add(Map<String, long[]> units, @Nullable String country, int place, long more) {
        units.computeIfAbsent(country == null ? "" : country, _ -> new long[4])[place] += more;
    }
}
