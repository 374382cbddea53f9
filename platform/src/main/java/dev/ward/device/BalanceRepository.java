package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is with a customer counts as distributed by its shipment alone, whatever its status; what is in stock or
/// scrapped
/// counts where it is with nobody.
@Repository
class BalanceRepository {

    private static final String SUMS = """
            SELECT p.name AS product, m.name AS model, b.lot, sum(b.made) AS made, sum(b.stock) AS stock,
                   sum(b.distributed) AS distributed, sum(b.scrapped) AS scrapped
              FROM (%s) b (product_id, model_id, lot, made, stock, distributed, scrapped)
              JOIN product.published_product p ON p.product_id = b.product_id
              LEFT JOIN product.published_model m ON m.model_id = b.model_id
             GROUP BY p.product_id, p.name, m.model_id, m.name, b.lot
             ORDER BY abs(sum(b.made) - sum(b.stock) - sum(b.distributed) - sum(b.scrapped)) DESC,
                      lower(p.name), lower(m.name), b.lot
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    BalanceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Balance> byModel(Reader reader, int rows) {
        return jdbc.sql(SUMS.formatted("""
                        SELECT d.product_id, d.model_id, NULL::text, sum(d.quantity), 0, 0, 0
                          FROM device.production d WHERE d.cancelled_at IS NULL AND %1$s GROUP BY 1, 2
                        UNION ALL
                        SELECT t.product_id, t.model_id, NULL, 0, sum(t.devices) FILTER (WHERE t.status = 'in-stock'), 0,
                               sum(t.devices) FILTER (WHERE t.status = 'scrapped')
                          FROM device.tally t
                         WHERE t.customer_id IS NULL AND t.status IN ('in-stock', 'scrapped') AND %2$s GROUP BY 1, 2
                        UNION ALL
                        SELECT n.product_id, n.model_id, NULL, 0, sum(n.quantity) FILTER (WHERE n.status = 'in-stock'), 0,
                               sum(n.quantity) FILTER (WHERE n.status = 'scrapped')
                          FROM device.population n
                         WHERE n.customer_id IS NULL AND n.kind = 'lot' AND n.status IN ('in-stock', 'scrapped')
                           AND %3$s GROUP BY 1, 2
                        UNION ALL
                        SELECT s.product_id, s.model_id, NULL, 0, 0,
                               sum(CASE s.kind WHEN 'shipment' THEN s.quantity ELSE -s.quantity END), 0
                          FROM device.shipment s WHERE s.cancelled_at IS NULL AND %4$s GROUP BY 1, 2
                        """.formatted(
                                reader.sees("d"),
                                reader.seesOf("t.customer_id"),
                                reader.seesOf("n.customer_id"),
                                reader.seesOf("s.customer_id"))))
                .param("rows", rows)
                .query((row, number) -> balance(row))
                .list();
    }

    List<Balance> byLot(Reader reader, ProductId product, int rows) {
        return jdbc.sql(SUMS.formatted("""
                        SELECT d.product_id, d.model_id, lower(d.lot), sum(d.quantity), 0, 0, 0
                          FROM device.production d
                         WHERE d.cancelled_at IS NULL AND d.product_id = :product AND %1$s GROUP BY 1, 2, 3
                        UNION ALL
                        SELECT t.product_id, t.model_id, lower(t.lot), 0,
                               count(*) FILTER (WHERE t.status = 'in-stock'), 0,
                               count(*) FILTER (WHERE t.status = 'scrapped')
                          FROM device.device t
                         WHERE t.customer_id IS NULL AND t.status IN ('in-stock', 'scrapped')
                           AND t.product_id = :product AND %2$s GROUP BY 1, 2, 3
                        UNION ALL
                        SELECT n.product_id, n.model_id, lower(n.lot), 0,
                               sum(n.quantity) FILTER (WHERE n.status = 'in-stock'), 0,
                               sum(n.quantity) FILTER (WHERE n.status = 'scrapped')
                          FROM device.population n
                         WHERE n.customer_id IS NULL AND n.kind = 'lot' AND n.status IN ('in-stock', 'scrapped')
                           AND n.product_id = :product AND %3$s GROUP BY 1, 2, 3
                        UNION ALL
                        SELECT s.product_id, s.model_id, lower(s.lot), 0, 0,
                               sum(CASE s.kind WHEN 'shipment' THEN s.quantity ELSE -s.quantity END), 0
                          FROM device.shipment s
                         WHERE s.cancelled_at IS NULL AND s.product_id = :product AND %4$s GROUP BY 1, 2, 3
                        """.formatted(
                                reader.sees("d"),
                                reader.seesOf("t.customer_id"),
                                reader.seesOf("n.customer_id"),
                                reader.seesOf("s.customer_id"))))
                .param("product", product.value())
                .param("rows", rows)
                .query((row, number) -> balance(row))
                .list();
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                row.getString("product"),
                row.getString("model"),
                row.getString("lot"),
                row.getLong("made"),
                row.getLong("stock"),
                row.getLong("distributed"),
                row.getLong("scrapped"));
    }

    List<Difference> differences(Reader reader, ProductId product, Difference.Kind kind, int rows) {
        String last = """
                (SELECT s.kind, s.moved_on, s.customer_id
                   FROM device.shipment_serial n JOIN device.shipment s ON s.id = n.shipment_id
                  WHERE n.product_id = d.product_id AND lower(n.serial) = lower(d.serial) AND s.cancelled_at IS NULL
                  ORDER BY s.moved_on DESC, s.id DESC LIMIT 1)""";
        String sql = switch (kind) {
            case NEVER_SHIPPED -> """
                        SELECT d.id, d.serial, c.name AS customer, NULL::date AS moved_on
                          FROM device.device d JOIN customer.published_customer c ON c.customer_id = d.customer_id
                         WHERE d.product_id = :product AND d.serial IS NOT NULL AND NOT EXISTS %1$s AND %2$s
                         ORDER BY lower(d.serial) LIMIT :rows
                        """;
            case IN_STOCK -> """
                        SELECT d.id, d.serial, c.name AS customer, l.moved_on
                          FROM device.device d
                         CROSS JOIN LATERAL %1$s l
                          JOIN customer.published_customer c ON c.customer_id = l.customer_id
                         WHERE d.product_id = :product AND d.status = 'in-stock' AND d.customer_id IS NULL
                           AND l.kind = 'shipment' AND %2$s
                         ORDER BY lower(d.serial) LIMIT :rows
                        """;
            case NO_DEVICE -> """
                        SELECT NULL::uuid AS id, d.serial, c.name AS customer, s.moved_on
                          FROM device.shipment_serial d
                          JOIN device.shipment s ON s.id = d.shipment_id AND s.cancelled_at IS NULL
                          JOIN customer.published_customer c ON c.customer_id = d.customer_id
                         WHERE d.product_id = :product AND s.kind = 'shipment' AND %2$s
                           AND (SELECT l.kind FROM %1$s l) = 'shipment'
                           AND NOT EXISTS (SELECT FROM device.device t
                                            WHERE t.product_id = d.product_id AND lower(t.serial) = lower(d.serial))
                         ORDER BY lower(d.serial) LIMIT :rows
                        """;
        };
        return jdbc.sql(sql.formatted(last, reader.seesOf("d.customer_id")))
                .param("product", product.value())
                .param("rows", rows)
                .query((row, number) -> difference(kind, row))
                .list();
    }

    private static Difference difference(Difference.Kind kind, ResultSet row) throws SQLException {
        UUID device = row.getObject("id", UUID.class);
        return new Difference(
                kind,
                device == null ? null : new DeviceId(device),
                row.getString("serial"),
                row.getString("customer"),
                DeviceRepository.date(row, "moved_on"));
    }
}
