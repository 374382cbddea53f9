package dev.ward.reach;

import static dev.ward.reach.ReachedUnits.asked;
import static dev.ward.reach.ReachedUnits.bound;

import dev.ward.identity.Reader;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what is reached as reports ask for it: by runs of serials, and by consignee. Needs a
/// transaction; memory does not grow with how many there are.
@Repository
class ReachExportRepository {

    private static final int FETCHED = 1_000;

    /// Serials that differ in their last digits alone are counted: a number less its place among them is the same for
    /// all of a run.
    private static final String RANGES = """
            WITH unit AS (
                SELECT d.product_id, d.model_id, d.release_id, d.di, d.lot, d.serial, d.device_id,
                       substring(d.serial FROM '^(.*?)[0-9]{1,18}$') AS stem,
                       substring(d.serial FROM '([0-9]{1,18})$') AS digits
                  FROM device.published_device d
                 WHERE {units}),
            placed AS (
                SELECT u.*,
                       u.digits::bigint - row_number() OVER (
                           PARTITION BY u.product_id, u.model_id, u.release_id, u.di, u.lot, u.stem, length(u.digits)
                           ORDER BY u.digits) AS run
                  FROM unit u),
            ranged AS (
                SELECT product_id, model_id, release_id, di, lot, stem, length(digits) AS width,
                       CASE WHEN digits IS NULL THEN serial END AS alone, run,
                       min(serial) AS first, max(serial) AS last, count(*) AS devices
                  FROM placed
                 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9)
            SELECT p.name AS product, m.name AS model, r.version AS release, g.di, g.lot, g.first, g.last, g.devices
              FROM ranged g
              JOIN product.published_product p USING (product_id)
              LEFT JOIN product.published_model m ON m.model_id = g.model_id
              LEFT JOIN product.published_release r ON r.release_id = g.release_id
             ORDER BY p.name, m.name, r.version, g.lot, g.first
            """;

    private static final String CONSIGNEES = """
            WITH now AS (
                SELECT d.customer_id, d.site_id, count(*) AS devices
                  FROM device.published_device d
                 WHERE {units} AND d.customer_id IS NOT NULL
                 GROUP BY 1, 2),
            line AS (
                SELECT d.product_id, d.model_id
                  FROM device.published_tally d
                 WHERE d.release_id = ANY(:certain)
                 UNION
                SELECT d.product_id, d.model_id
                  FROM device.published_population d
                 WHERE d.release_id = ANY(:certain)),
            shipped AS (
                SELECT h.customer_id, h.site_id,
                       sum(CASE h.kind WHEN 'return' THEN -h.quantity ELSE h.quantity END) AS shipped,
                       min(h.moved_on) FILTER (WHERE h.kind = 'shipment') AS first,
                       max(h.moved_on) FILTER (WHERE h.kind = 'shipment') AS last,
                       string_agg(DISTINCT v.name, ', ') AS via
                  FROM device.published_shipment h
                  JOIN line l ON l.product_id = h.product_id AND l.model_id IS NOT DISTINCT FROM h.model_id
                  LEFT JOIN customer.published_customer v ON v.customer_id = h.via_customer_id
                 GROUP BY 1, 2)
            SELECT c.customer_id, c.name, c.reference, s.name AS site, s.phone, coalesce(s.country, c.country) AS country,
                   nullif(concat_ws(', ', s.address, nullif(concat_ws(' ', s.postal_code, s.city), ''), s.region), '')
                       AS address,
                   coalesce(n.devices, 0) AS devices, coalesce(h.shipped, 0) AS shipped, h.first, h.last, h.via
              FROM now n
              FULL JOIN shipped h
                ON h.customer_id = n.customer_id AND h.site_id IS NOT DISTINCT FROM n.site_id
              JOIN customer.published_customer c ON c.customer_id = coalesce(n.customer_id, h.customer_id)
              LEFT JOIN customer.published_site s ON s.site_id = coalesce(n.site_id, h.site_id)
             WHERE {consignees}
             ORDER BY c.name, c.customer_id, s.name, s.site_id
            """;

    private final JdbcClient streaming;

    ReachExportRepository(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        this.streaming = JdbcClient.create(template);
    }

    private static String units(Population population, ReachFilter filter, Reader reader) {
        return "((%s) OR (%s)) AND %s"
                .formatted(
                        ReachedUnits.byRelease(population, "d"),
                        ReachedUnits.byConfiguration(population, "d"),
                        asked(filter, reader, "d"));
    }

    void ranges(Reader reader, Population population, ReachFilter filter, Consumer<SerialRange> sink) {
        String sql = RANGES.replace("{units}", units(population, filter, reader));
        try (Stream<SerialRange> all = bound(streaming, sql, population, filter)
                .query((row, _) -> new SerialRange(
                        row.getString("product"),
                        row.getString("model"),
                        row.getString("release"),
                        row.getString("di"),
                        row.getString("lot"),
                        row.getString("first"),
                        row.getString("last"),
                        row.getLong("devices")))
                .stream()) {
            all.forEach(sink);
        }
    }

    void consignees(Reader reader, Population population, ReachFilter filter, Consumer<ReachedConsignee> sink) {
        String narrowed = (filter.customer() == null ? "" : " AND c.customer_id = :customer")
                + (filter.country() == null ? "" : " AND coalesce(s.country, c.country) = :country");
        String sql = CONSIGNEES
                .replace("{units}", units(population, filter, reader))
                .replace("{consignees}", reader.sees("c") + narrowed);
        try (Stream<ReachedConsignee> all = bound(streaming, sql, population, filter)
                .query((row, _) -> new ReachedConsignee(
                        row.getObject("customer_id", UUID.class),
                        row.getString("name"),
                        row.getString("reference"),
                        row.getString("site"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("country"),
                        row.getLong("devices"),
                        row.getLong("shipped"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getString("via")))
                .stream()) {
            all.forEach(sink);
        }
    }
}
