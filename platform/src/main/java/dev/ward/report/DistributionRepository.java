package dev.ward.report;

import dev.ward.device.DeviceStatus;
import dev.ward.identity.Reader;
import dev.ward.report.Distribution.Dates;
import dev.ward.report.Distribution.Line;
import dev.ward.report.Distribution.Lot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds up what was made, shipped, returned and registered of products and models of which a release is
/// reached.
@Repository
class DistributionRepository {

    private static final String[] IN_FIELD =
            DeviceStatus.inField().stream().map(DeviceStatus::word).toArray(String[]::new);

    /// The products and models of which a unit bears one of the releases.
    private static final String LINES = """
            WITH line AS (
                SELECT d.product_id, d.model_id FROM device.published_tally d
                 WHERE d.release_id = ANY (:certain) AND d.devices > 0 AND {tally}
                 UNION
                SELECT d.product_id, d.model_id FROM device.published_population d
                 WHERE d.release_id = ANY (:certain) AND d.quantity > 0 AND {tally}),
            sums AS (
                SELECT d.product_id, d.model_id, d.quantity AS made, 0 AS stock, 0 AS scrapped, 0 AS shipped,
                       0 AS returned, 0 AS registered, 0 AS reached, d.manufactured_on AS made_on,
                       NULL::date AS shipped_on, d.expires_on, d.life_months
                  FROM device.published_production d
                 WHERE d.product_id IN (SELECT l.product_id FROM line l) AND {production}
                 UNION ALL
                SELECT d.product_id, d.model_id, 0,
                       CASE WHEN d.customer_id IS NULL AND d.status = :stock THEN d.devices ELSE 0 END,
                       CASE WHEN d.customer_id IS NULL AND d.status = :scrapped THEN d.devices ELSE 0 END, 0, 0,
                       CASE WHEN d.customer_id IS NULL THEN 0 ELSE d.devices END,
                       CASE WHEN d.in_field AND d.release_id = ANY (:certain) THEN d.devices ELSE 0 END,
                       NULL, NULL, NULL, NULL
                  FROM device.published_tally d
                 WHERE d.product_id IN (SELECT l.product_id FROM line l) AND {tally}
                 UNION ALL
                SELECT d.product_id, d.model_id, 0,
                       CASE WHEN d.customer_id IS NULL AND d.status = :stock THEN d.quantity ELSE 0 END,
                       CASE WHEN d.customer_id IS NULL AND d.status = :scrapped THEN d.quantity ELSE 0 END, 0, 0,
                       CASE WHEN d.customer_id IS NULL THEN 0 ELSE d.quantity END,
                       CASE WHEN d.in_field AND d.release_id = ANY (:certain) THEN d.quantity ELSE 0 END,
                       NULL, NULL, NULL, NULL
                  FROM device.published_population d
                 WHERE d.kind = 'lot' AND d.product_id IN (SELECT l.product_id FROM line l) AND {tally}
                 UNION ALL
                SELECT d.product_id, d.model_id, 0, 0, 0,
                       CASE WHEN d.kind = 'shipment' THEN d.quantity ELSE 0 END,
                       CASE WHEN d.kind = 'shipment' THEN 0 ELSE d.quantity END, 0, 0, NULL,
                       CASE WHEN d.kind = 'shipment' THEN d.moved_on END, NULL, NULL
                  FROM device.published_shipment d
                 WHERE d.product_id IN (SELECT l.product_id FROM line l) AND {tally})
            SELECT p.name || coalesce(' ' || m.name, '') AS name, sum(s.made) AS made, sum(s.stock) AS stock,
                   sum(s.scrapped) AS scrapped, sum(s.shipped) AS shipped, sum(s.returned) AS returned,
                   sum(s.registered) AS registered, sum(s.reached) AS reached, min(s.made_on) AS first_made,
                   max(s.made_on) AS last_made, min(s.shipped_on) AS first_shipped, max(s.shipped_on) AS last_shipped,
                   max(s.expires_on) AS expires_on, max(s.life_months) AS life_months
              FROM line l
              JOIN sums s ON s.product_id = l.product_id AND s.model_id IS NOT DISTINCT FROM l.model_id
              JOIN product.published_product p ON p.product_id = l.product_id
              LEFT JOIN product.published_model m ON m.model_id = l.model_id
             GROUP BY l.product_id, l.model_id, p.name, m.name
             ORDER BY 1
            """;

    private static final String LOTS = """
            WITH held AS (
                SELECT h.product_id, h.model_id, h.lot, sum(h.units) AS reached
                  FROM (SELECT d.product_id, d.model_id, lower(d.lot) AS lot, count(*) AS units
                          FROM device.published_device d
                         WHERE d.release_id = ANY (:certain) AND d.lot IS NOT NULL AND d.status = ANY (:field) AND {tally}
                         GROUP BY 1, 2, 3
                         UNION ALL
                        SELECT d.product_id, d.model_id, lower(d.lot), sum(d.quantity)
                          FROM device.published_population d
                         WHERE d.release_id = ANY (:certain) AND d.lot IS NOT NULL AND d.status = ANY (:field) AND {tally}
                         GROUP BY 1, 2, 3) h
                 GROUP BY 1, 2, 3),
            made AS (
                SELECT d.product_id, d.model_id, lower(d.lot) AS lot, max(d.lot) AS spelled, sum(d.quantity) AS made,
                       min(d.manufactured_on) AS made_on, max(d.expires_on) AS expires_on
                  FROM device.published_production d WHERE d.lot IS NOT NULL AND {production}
                 GROUP BY 1, 2, 3)
            SELECT p.name || coalesce(' ' || m.name, '') AS name, coalesce(a.spelled, h.lot) AS lot,
                   coalesce(a.made, 0) AS made, h.reached, a.made_on, a.expires_on, count(*) OVER () AS lots
              FROM held h
              LEFT JOIN made a ON a.product_id = h.product_id AND a.model_id IS NOT DISTINCT FROM h.model_id
                              AND a.lot = h.lot
              JOIN product.published_product p ON p.product_id = h.product_id
              LEFT JOIN product.published_model m ON m.model_id = h.model_id
             ORDER BY 1, 2
             LIMIT :most
            """;

    /// When the lots of which a unit bears one of the releases were made and shipped, by product and model.
    private static final String DATES = """
            WITH held AS (
                SELECT d.product_id, d.model_id, lower(d.lot) AS lot
                  FROM device.published_device d
                 WHERE d.release_id = ANY (:certain) AND d.lot IS NOT NULL AND d.status = ANY (:field) AND {tally}
                 UNION
                SELECT d.product_id, d.model_id, lower(d.lot)
                  FROM device.published_population d
                 WHERE d.release_id = ANY (:certain) AND d.lot IS NOT NULL AND d.status = ANY (:field) AND {tally}),
            known AS (
                SELECT d.product_id, d.model_id, lower(d.lot) AS lot, d.manufactured_on AS made_on,
                       NULL::date AS shipped_on, d.expires_on
                  FROM device.published_production d WHERE d.lot IS NOT NULL AND {production}
                 UNION ALL
                SELECT d.product_id, d.model_id, lower(d.lot), NULL, d.moved_on, NULL
                  FROM device.published_shipment d WHERE d.lot IS NOT NULL AND d.kind = 'shipment' AND {tally})
            SELECT p.name || coalesce(' ' || m.name, '') AS name, min(k.made_on) AS first_made,
                   max(k.made_on) AS last_made, min(k.shipped_on) AS first_shipped, max(k.shipped_on) AS last_shipped,
                   max(k.expires_on) AS expires_on
              FROM held h
              JOIN known k ON k.product_id = h.product_id AND k.model_id IS NOT DISTINCT FROM h.model_id
                          AND k.lot = h.lot
              JOIN product.published_product p ON p.product_id = h.product_id
              LEFT JOIN product.published_model m ON m.model_id = h.model_id
             GROUP BY h.product_id, h.model_id, p.name, m.name
            """;

    private final JdbcClient jdbc;

    DistributionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param certain  the releases that are reached
    Distribution of(Reader reader, UUID[] certain, int most) {
        if (certain.length == 0) {
            return Distribution.NONE;
        }
        List<Line> lines = jdbc.sql(seen(LINES, reader))
                .param("certain", certain)
                .param("stock", DeviceStatus.IN_STOCK.word())
                .param("scrapped", DeviceStatus.SCRAPPED.word())
                .query((row, _) -> line(row))
                .list();
        long[] all = {0};
        List<Lot> lots = jdbc.sql(seen(LOTS, reader))
                .param("certain", certain)
                .param("field", IN_FIELD)
                .param("most", most)
                .query((row, _) -> {
                    all[0] = row.getLong("lots");
                    return new Lot(
                            row.getString("name"),
                            row.getString("lot"),
                            row.getLong("made"),
                            row.getLong("reached"),
                            row.getObject("made_on", LocalDate.class),
                            row.getObject("expires_on", LocalDate.class));
                })
                .list();
        return new Distribution(lines, lots, all[0], dates(reader, certain), unplaced(reader, certain));
    }

    private List<Dates> dates(Reader reader, UUID[] certain) {
        return jdbc.sql(seen(DATES, reader))
                .param("certain", certain)
                .param("field", IN_FIELD)
                .query((row, _) -> new Dates(
                        row.getString("name"),
                        true,
                        row.getObject("first_made", LocalDate.class),
                        row.getObject("last_made", LocalDate.class),
                        row.getObject("first_shipped", LocalDate.class),
                        row.getObject("last_shipped", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class)))
                .list();
    }

    private long unplaced(Reader reader, UUID[] certain) {
        return jdbc.sql("""
                SELECT coalesce(sum(d.devices), 0) FROM device.published_tally d
                 WHERE d.release_id = ANY (:certain) AND d.in_field AND d.customer_id IS NULL AND %s
                """.formatted(reader.seesOf("d.customer_id")))
                .param("certain", certain)
                .query(Long.class)
                .single();
    }

    private static String seen(String sql, Reader reader) {
        return sql.replace("{tally}", reader.seesOf("d.customer_id")).replace("{production}", reader.sees("d"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("name"),
                row.getLong("made"),
                row.getLong("stock"),
                row.getLong("scrapped"),
                row.getLong("shipped"),
                row.getLong("returned"),
                row.getLong("registered"),
                row.getLong("reached"),
                row.getObject("first_made", LocalDate.class),
                row.getObject("last_made", LocalDate.class),
                row.getObject("first_shipped", LocalDate.class),
                row.getObject("last_shipped", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("life_months", Integer.class));
    }
}
