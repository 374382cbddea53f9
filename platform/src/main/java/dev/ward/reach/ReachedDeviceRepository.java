package dev.ward.reach;

import static dev.ward.reach.ReachedUnits.asked;
import static dev.ward.reach.ReachedUnits.bound;

import dev.ward.identity.Reader;
import dev.ward.reach.ReachedDevice.Consignee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the units that are reached, with whose they are.
@Repository
class ReachedDeviceRepository {

    /// Rows that the database hands over at a time.
    private static final int FETCHED = 2_000;

    private static final String COLUMNS = """
            SELECT d.device_id, d.di, d.serial, d.lot, d.manufactured_on, d.expires_on, d.status, d.networked, d.country,
                   d.reference, d.confirmed_at, d.confirmed_by, d.release_id,
                   p.name AS product, m.name AS model, r.version AS release,
                   c.customer_id, c.name AS customer, c.reference AS customer_reference,
                   s.name AS site, s.phone,
                   nullif(concat_ws(', ', s.address, nullif(concat_ws(' ', s.postal_code, s.city), ''), s.region), '')
                       AS address
            """;

    private static final String JOINS = """
              JOIN product.published_product p ON p.product_id = d.product_id
              LEFT JOIN product.published_model m ON m.model_id = d.model_id
              LEFT JOIN product.published_release r ON r.release_id = d.release_id
              LEFT JOIN customer.published_customer c ON c.customer_id = d.customer_id
              LEFT JOIN customer.published_site s ON s.site_id = d.site_id
            """;

    /// The first of each release and each configuration, from an index in their order, and of those the first.
    private static final String FIRST_OF_EACH = """
            SELECT u.device_id FROM (
                SELECT l.device_id
                  FROM unnest(:certain) AS q(release_id)
                  CROSS JOIN LATERAL (SELECT d.device_id FROM device.published_device d
                                       WHERE d.release_id = q.release_id{present}{narrowed}
                                       ORDER BY d.device_id LIMIT :limit) l
                UNION ALL
                SELECT l.device_id
                  FROM unnest(:held) AS q(configuration_id)
                  CROSS JOIN LATERAL (SELECT d.device_id FROM device.published_device d
                                       WHERE d.configuration_id = q.configuration_id
                                         AND (d.release_id IS NULL OR NOT {byRelease}){narrowed}
                                       ORDER BY d.device_id LIMIT :limit) l) u
             ORDER BY u.device_id LIMIT :limit
            """;

    /// Where a country or a customer narrows them, each release would be read as far as its first units there lie. The
    /// database knows better whether there are many, which are met soon, or few, which are found by the customer.
    private static final String FIRST_OF_ALL = """
            SELECT d.device_id FROM device.published_device d
             WHERE ({byRelease} OR ({byConfiguration})){narrowed}
             ORDER BY d.device_id LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    ReachedDeviceRepository(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        this.streaming = JdbcClient.create(template);
    }

    /// @param behind  the last unit of the part before; null for the first part
    List<ReachedDevice> list(
            Reader reader, Population population, ReachFilter filter, @Nullable UUID behind, int limit) {
        String narrowed = (behind == null ? "" : " AND d.device_id > :behind") + " AND " + asked(filter, reader, "d");
        boolean isWhole = filter.country() == null && filter.customer() == null;
        String first = (isWhole ? FIRST_OF_EACH : FIRST_OF_ALL)
                .replace("{present}", population.isAbsentSomewhere() ? " AND NOT " + ReachedUnits.isAbsent("d") : "")
                .replace("{byRelease}", ReachedUnits.byRelease(population, "d"))
                .replace("{byConfiguration}", ReachedUnits.byConfiguration(population, "d"))
                .replace("{narrowed}", narrowed);
        String sql = COLUMNS + " FROM (" + first + ") f JOIN device.published_device d USING (device_id) " + JOINS
                + " ORDER BY d.device_id";
        JdbcClient.StatementSpec statement =
                bound(jdbc, sql, population, filter).param("limit", limit);
        return (behind == null ? statement : statement.param("behind", behind))
                .query((row, _) -> device(row))
                .list();
    }

    /// Memory does not grow with how many there are. Needs a transaction.
    void each(Reader reader, Population population, ReachFilter filter, Consumer<ReachedDevice> sink) {
        String sql = COLUMNS + " FROM device.published_device d " + JOINS + " WHERE (("
                + ReachedUnits.byRelease(population, "d") + ") OR (" + ReachedUnits.byConfiguration(population, "d")
                + ")) AND " + asked(filter, reader, "d")
                + " ORDER BY c.name, c.customer_id, s.name, s.site_id, d.serial, d.device_id";
        try (Stream<ReachedDevice> all =
                bound(streaming, sql, population, filter).query((row, _) -> device(row)).stream()) {
            all.forEach(sink);
        }
    }

    private static ReachedDevice device(ResultSet row) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new ReachedDevice(
                row.getObject("device_id", UUID.class),
                row.getString("product"),
                row.getString("model"),
                row.getString("release"),
                row.getObject("release_id", UUID.class),
                row.getString("di"),
                row.getString("serial"),
                row.getString("lot"),
                row.getObject("manufactured_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("status"),
                row.getObject("networked", Boolean.class),
                row.getString("country"),
                consignee(row),
                row.getString("reference"),
                confirmed == null ? null : confirmed.toInstant(),
                row.getString("confirmed_by"));
    }

    private static @Nullable Consignee consignee(ResultSet row) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        return customer == null
                ? null
                : new Consignee(
                        customer,
                        row.getString("customer"),
                        row.getString("customer_reference"),
                        row.getString("site"),
                        row.getString("address"),
                        row.getString("phone"));
    }
}
