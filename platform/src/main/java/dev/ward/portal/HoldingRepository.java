package dev.ward.portal;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what a customer has, from counts that the registry keeps.
@Repository
class HoldingRepository {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    HoldingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The customer's name; nothing when the registry knows none of the reader's number.
    Optional<String> name(Reader reader, UUID customer) {
        return jdbc.sql("SELECT c.name FROM customer.published_customer c WHERE c.customer_id = :id AND "
                        + reader.seesOf("c.customer_id"))
                .param("id", customer)
                .query(String.class)
                .optional();
    }

    record Totals(long devices, long unknown, int sites) {}

    Totals totals(Reader reader) {
        return jdbc.sql("""
                SELECT coalesce(sum(t.devices), 0) AS devices,
                       coalesce(sum(t.devices) FILTER (WHERE t.release_id IS NULL), 0) AS unknown,
                       count(DISTINCT t.site_id) AS sites
                  FROM device.published_tally t
                 WHERE t.in_field AND\s""" + reader.seesOf("t.customer_id"))
                .query((row, _) -> new Totals(row.getLong("devices"), row.getLong("unknown"), row.getInt("sites")))
                .single();
    }

    /// By product, model and release; the unknown first, as they are asked for.
    List<Holding.Line> lines(Reader reader) {
        return jdbc.sql("""
                SELECT t.product_id, p.name AS product, m.name AS model, t.release_id, r.version, t.devices
                  FROM (SELECT t.product_id, t.model_id, t.release_id, sum(t.devices) AS devices
                          FROM device.published_tally t
                         WHERE t.in_field AND %s
                         GROUP BY t.product_id, t.model_id, t.release_id) t
                  JOIN portal.own_product p ON p.product_id = t.product_id
                  LEFT JOIN portal.own_model m ON m.model_id = t.model_id
                  LEFT JOIN portal.own_release r ON r.release_id = t.release_id
                 ORDER BY lower(p.name), lower(m.name) NULLS FIRST, t.release_id IS NOT NULL, r.released_on DESC NULLS LAST,
                          r.version
                 LIMIT :most
                """.formatted(reader.seesOf("t.customer_id")))
                .param("most", MOST)
                .query((row, _) -> {
                    UUID release = row.getObject("release_id", UUID.class);
                    return new Holding.Line(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            row.getString("product"),
                            row.getString("model"),
                            release == null ? null : new ReleaseId(release),
                            row.getString("version"),
                            row.getLong("devices"));
                })
                .list();
    }

    List<Holding.Uncounted> others(Reader reader) {
        return jdbc.sql("""
                SELECT p.name, o.kind, o.lot, r.version, o.quantity, o.estimated
                  FROM device.published_population o
                  LEFT JOIN portal.own_product p ON p.product_id = o.product_id
                  LEFT JOIN portal.own_release r ON r.release_id = o.release_id
                 WHERE o.in_field AND o.quantity > 0 AND %s
                 ORDER BY lower(p.name), o.kind, o.lot
                 LIMIT :most
                """.formatted(reader.seesOf("o.customer_id")))
                .param("most", MOST)
                .query((row, _) -> new Holding.Uncounted(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("lot"),
                        row.getString("version"),
                        row.getLong("quantity"),
                        row.getBoolean("estimated")))
                .list();
    }
}
