package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.Region;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums over the units in the field.
@Repository
class FleetRepository {

    private final JdbcClient jdbc;

    FleetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a unit's age is told by.
    enum Aspect {
        MANUFACTURED("manufactured", "device.year_of(t.manufactured_on)"),
        CONFIRMED("confirmed", "device.month_of(t.confirmed_at)");

        private final String word;
        private final String ofDevice;

        Aspect(String word, String ofDevice) {
            this.word = word;
            this.ofDevice = ofDevice;
        }
    }

    List<FleetFigures.OfRelease> installed(Reader reader, FleetFilter filter) {
        Asked asked = asked(filter, reader.seesOf("t.customer_id"));
        return jdbc.sql("""
                SELECT s.product_id, p.name, s.release_id, r.version, s.devices
                  FROM (SELECT t.product_id, t.release_id, sum(t.devices)::bigint AS devices
                          FROM device.tally t
                         WHERE device.in_field(t.status) AND t.devices > 0 AND %s
                         GROUP BY t.product_id, t.release_id) s
                  JOIN product.published_product p ON p.product_id = s.product_id
                  LEFT JOIN product.published_release r ON r.release_id = s.release_id
                 ORDER BY s.devices DESC, p.name, r.version, s.release_id
                """.formatted(asked.condition()))
                .params(asked.parameters())
                .query((row, _) -> new FleetFigures.OfRelease(
                        row.getObject("product_id", UUID.class),
                        row.getString("name"),
                        row.getObject("release_id", UUID.class),
                        row.getString("version"),
                        row.getLong("devices")))
                .list();
    }

    List<FleetFigures.OfCountry> countries(Reader reader, FleetFilter filter) {
        Asked asked = asked(filter, reader.seesOf("t.customer_id"));
        return jdbc.sql("""
                SELECT t.country, sum(t.devices)::bigint AS devices
                  FROM device.tally t
                 WHERE device.in_field(t.status) AND t.devices > 0 AND %s
                 GROUP BY t.country
                 ORDER BY devices DESC, t.country
                """.formatted(asked.condition()))
                .params(asked.parameters())
                .query((row, _) -> new FleetFigures.OfCountry(row.getString("country"), row.getLong("devices")))
                .list();
    }

    /// The ages are not counted by customer: those of one customer's units are read from the units.
    List<FleetFigures.OfAge> ages(Reader reader, FleetFilter filter, Aspect aspect) {
        boolean counted = filter.customer() == null;
        Asked asked = asked(filter, counted ? reader.sees("t") : reader.seesOf("t.customer_id"));
        String units = counted
                ? "(SELECT * FROM device.age_tally WHERE aspect = '%s') t".formatted(aspect.word)
                : "device.device t";
        String number = counted ? "t.devices" : "1";
        return jdbc.sql("""
                SELECT %s AS since, sum(%s)::bigint AS devices,
                       coalesce(sum(%s) FILTER (WHERE %s), 0)::bigint AS unknown
                  FROM %s
                 WHERE %s AND %s
                 GROUP BY 1 ORDER BY 1 DESC NULLS LAST
                """.formatted(
                                counted ? "t.since" : aspect.ofDevice,
                                number,
                                number,
                                counted ? "NOT t.release_known" : "t.release_id IS NULL",
                                units,
                                counted ? "t.devices > 0" : "device.in_field(t.status)",
                                asked.condition()))
                .params(asked.parameters())
                .query((row, _) -> new FleetFigures.OfAge(
                        row.getObject("since", LocalDate.class), row.getLong("devices"), row.getLong("unknown")))
                .list();
    }

    /// Conditions over the alias t.
    private record Asked(String condition, Map<String, Object> parameters) {}

    private static Asked asked(FleetFilter filter, String seen) {
        List<String> conditions = new ArrayList<>(List.of(seen));
        Map<String, Object> parameters = new LinkedHashMap<>();
        ProductId product = filter.product();
        if (product != null) {
            conditions.add("t.product_id = :product");
            parameters.put("product", product.value());
        }
        ModelId model = filter.model();
        if (model != null) {
            conditions.add("t.model_id = :model");
            parameters.put("model", model.value());
        }
        CustomerId customer = filter.customer();
        if (customer != null) {
            conditions.add("t.customer_id = :customer");
            parameters.put("customer", customer.value());
        }
        Region region = filter.region();
        if (filter.country() != null) {
            conditions.add("t.country = :country");
            parameters.put("country", filter.country());
        } else if (region != null) {
            conditions.add("t.country = ANY(:countries)");
            parameters.put("countries", region.countries().toArray(String[]::new));
        }
        return new Asked(String.join(" AND ", conditions), parameters);
    }
}
