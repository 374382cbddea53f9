package dev.ward.device.intake;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes the shipments that rows tell of. Rows of one delivery note, day, consignee, model and lot are one shipment; a
/// serial that is on such a shipment already is left alone.
@Repository
class ShipmentSteps {

    /// By it rows find their shipment.
    private static final String KEY = """
            concat_ws('|', coalesce(lower(%1$s.reference), ''), %1$s.product_id, coalesce(%1$s.model_id::text, ''),
                      coalesce(lower(%1$s.lot), ''), %1$s.moved_on, %1$s.customer_id, coalesce(%1$s.site_id::text, ''))""";

    /// Rows that are applied and tell of a shipment on which their serial is not yet.
    private static final String SHIPPED = """
            SELECT s.serial, s.product_id, s.model_id, s.di, s.lot, s.shipped_on AS moved_on, s.customer_id,
                   s.site_id, s.via_id, s.country, s.shipment AS reference
              FROM device.staged_work w
              JOIN device.staged_row s ON s.number = w.number
             WHERE w.number >= :from AND w.number < :to AND w.work IN ('new', 'changed', 'stated')
               AND s.shipped_on IS NOT NULL
               AND NOT EXISTS (
                   SELECT FROM device.shipment_serial n
                     JOIN device.shipment p ON p.id = n.shipment_id
                    WHERE n.product_id = s.product_id AND lower(n.serial) = lower(s.serial)
                      AND n.customer_id = s.customer_id AND p.moved_on = s.shipped_on
                      AND p.kind = 'shipment' AND p.cancelled_at IS NULL)""";

    private final JdbcClient jdbc;

    ShipmentSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts the shipments that all rows together would add, or let grow, and writes nothing.
    int count() {
        return jdbc.sql("WITH r AS (%s) SELECT count(DISTINCT %s) FROM r".formatted(SHIPPED, KEY.formatted("r")))
                .param("from", 0L)
                .param("to", Long.MAX_VALUE)
                .query(Integer.class)
                .single();
    }

    /// @return how many shipments were added or grew, without those that an earlier stretch of the import wrote
    int ship(ApplySteps.Stretch stretch) {
        return jdbc.sql("""
                WITH shipped AS MATERIALIZED (
                    %3$s),
                grouped AS (
                    SELECT %1$s AS key, min(r.reference) AS reference, r.product_id, r.model_id, min(r.di) AS di,
                           min(r.lot) AS lot, r.moved_on, r.customer_id, r.site_id, min(r.via_id::text)::uuid AS via_id,
                           min(r.country) AS country, count(*) AS quantity
                      FROM shipped r
                     GROUP BY key, r.product_id, r.model_id, r.moved_on, r.customer_id, r.site_id),
                found AS (
                    SELECT g.*, p.id, p.changed_at = :now AS counted
                      FROM grouped g
                      LEFT JOIN device.shipment p
                        ON p.product_id = g.product_id AND p.moved_on = g.moved_on AND p.customer_id = g.customer_id
                       AND p.kind = 'shipment' AND p.cancelled_at IS NULL
                       AND (g.reference IS NOT NULL OR p.created_at = :now) AND %2$s = g.key),
                made AS (
                    INSERT INTO device.shipment AS p
                           (id, kind, moved_on, product_id, model_id, di, lot, quantity, customer_id, site_id,
                            via_customer_id, country, reference, created_at, changed_at)
                    SELECT device.new_id(), 'shipment', f.moved_on, f.product_id, f.model_id, f.di, f.lot, f.quantity,
                           f.customer_id, f.site_id, f.via_id, f.country, f.reference, :now, :now
                      FROM found f
                     WHERE f.id IS NULL
                    RETURNING p.id, %2$s AS key),
                grown AS (
                    UPDATE device.shipment p
                       SET quantity = p.quantity + f.quantity, revision = p.revision + 1, changed_at = :now
                      FROM found f
                     WHERE p.id = f.id
                    RETURNING f.counted),
                target AS (
                    SELECT id, key FROM found WHERE id IS NOT NULL
                    UNION ALL
                    SELECT id, key FROM made),
                numbered AS (
                    INSERT INTO device.shipment_serial (shipment_id, product_id, customer_id, serial)
                    SELECT t.id, r.product_id, r.customer_id, r.serial
                      FROM shipped r
                      JOIN target t ON t.key = %1$s)
                SELECT (SELECT count(*) FROM made) + (SELECT count(*) FROM grown WHERE NOT counted)
                """.formatted(KEY.formatted("r"), KEY.formatted("p"), SHIPPED))
                .param("from", stretch.from())
                .param("to", stretch.to())
                .param("now", stretch.now().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
