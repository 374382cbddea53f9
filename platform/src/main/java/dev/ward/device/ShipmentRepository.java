package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Cursor;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShipmentRepository {

    private static final String SELECT = "SELECT " + DeviceRepository.COLUMNS
            + ", v.name AS via_name FROM device.shipment d " + DeviceRepository.JOINS
            + " LEFT JOIN customer.published_customer v ON v.customer_id = d.via_customer_id ";

    private final JdbcClient jdbc;

    ShipmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ShipmentId id, ShipmentDraft draft, @Nullable String country, Instant now) {
        ModelId model = draft.model();
        ReleaseId release = draft.release();
        SiteId site = draft.site();
        CustomerId via = draft.via();
        jdbc.sql("""
                INSERT INTO device.shipment (id, kind, moved_on, product_id, model_id, di, lot, release_id, quantity,
                                             customer_id, site_id, via_customer_id, country, reference, created_at,
                                             changed_at)
                VALUES (:id, :kind, :moved, :product, :model, :di, :lot, :release, :quantity,
                        :customer, :site, :via, :country, :reference, :now, :now)
                """)
                .param("id", id.value())
                .param("kind", draft.kind().word())
                .param("moved", draft.moved())
                .param("product", draft.product().value())
                .param("model", model == null ? null : model.value())
                .param("di", draft.di())
                .param("lot", draft.lot())
                .param("release", release == null ? null : release.value())
                .param("quantity", draft.quantity())
                .param("customer", draft.customer().value())
                .param("site", site == null ? null : site.value())
                .param("via", via == null ? null : via.value())
                .param("country", country)
                .param("reference", draft.reference())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO device.shipment_serial (shipment_id, product_id, customer_id, serial)
                SELECT :id, :product, :customer, serial FROM unnest(:serials::text[]) AS serial
                """)
                .param("id", id.value())
                .param("product", draft.product().value())
                .param("customer", draft.customer().value())
                .param("serials", draft.serials().toArray(String[]::new))
                .update();
    }

    /// @return false when it was cancelled already
    boolean cancel(ShipmentId id, Instant at) {
        return jdbc.sql("""
                        UPDATE device.shipment SET cancelled_at = :at, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND cancelled_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Which of the serials were shipped and have not come back, each with its day and consignee; the first five.
    List<String> out(ProductId product, List<String> serials) {
        return jdbc.sql("""
                SELECT l.serial || ' (' || l.moved_on || ', ' || c.name || ')'
                  FROM unnest(:serials::text[]) AS asked (serial)
                 CROSS JOIN LATERAL
                       (SELECT n.serial, s.kind, s.moved_on, s.customer_id
                          FROM device.shipment_serial n JOIN device.shipment s ON s.id = n.shipment_id
                         WHERE n.product_id = :product AND lower(n.serial) = lower(asked.serial COLLATE "C")
                           AND s.cancelled_at IS NULL
                         ORDER BY s.moved_on DESC, s.id DESC LIMIT 1) l
                  JOIN customer.published_customer c ON c.customer_id = l.customer_id
                 WHERE l.kind = 'shipment'
                 LIMIT 5
                """)
                .param("product", product.value())
                .param("serials", serials.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    Optional<Shipment> find(Reader reader, ShipmentId id) {
        return jdbc.sql(SELECT + " WHERE d.id = :id AND " + reader.seesOf("d.customer_id"))
                .param("id", id.value())
                .query((row, number) -> shipment(row))
                .optional();
    }

    /// The last first.
    ///
    /// @param after  where to go on; null for the beginning
    List<Shipment> list(Reader reader, ShipmentFilter filter, @Nullable Cursor after, int rows) {
        ProductId product = filter.product();
        CustomerId customer = filter.customer();
        return jdbc.sql(SELECT + """
                         WHERE (d.cancelled_at IS NOT NULL) = :cancelled
                           AND (:product::uuid IS NULL OR d.product_id = :product)
                           AND (:customer::uuid IS NULL OR d.customer_id = :customer)
                           AND (:from::date IS NULL OR d.moved_on >= :from)
                           AND (:to::date IS NULL OR d.moved_on <= :to)
                           AND (:number::text IS NULL OR d.id IN (
                                   SELECT n.shipment_id FROM product.published_product p
                                     JOIN device.shipment_serial n ON n.product_id = p.product_id
                                      AND lower(n.serial) = lower(:number::text COLLATE "C")
                                   UNION ALL
                                   SELECT l.id FROM device.shipment l
                                    WHERE lower(l.lot) = lower(:number::text COLLATE "C")))
                           AND (:begins OR (d.moved_on, d.id) < (:moved::date, :id::uuid))
                           AND %s
                         ORDER BY d.moved_on DESC, d.id DESC
                         LIMIT :rows
                        """.formatted(reader.seesOf("d.customer_id")))
                .param("cancelled", filter.cancelled())
                .param("product", product == null ? null : product.value())
                .param("customer", customer == null ? null : customer.value())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("number", filter.number())
                .param("begins", after == null)
                .param("moved", after == null ? null : after.date(0))
                .param("id", after == null ? null : after.uuid(1))
                .param("rows", rows)
                .query((row, number) -> shipment(row))
                .list();
    }

    /// Those that name a device by its serial, the last first; cancelled ones are left out.
    List<Shipment> ofDevice(Reader reader, Device.Identity device, int rows) {
        ModelId model = device.model();
        return jdbc.sql(SELECT + """
                         WHERE d.cancelled_at IS NULL
                           AND d.id IN (SELECT n.shipment_id FROM device.shipment_serial n
                                         WHERE n.product_id = :product
                                           AND lower(n.serial) = lower(:serial::text COLLATE "C"))
                           AND (d.model_id IS NULL OR :model::uuid IS NULL OR d.model_id = :model)
                           AND %s
                         ORDER BY d.moved_on DESC, d.id DESC
                         LIMIT :rows
                        """.formatted(reader.seesOf("d.customer_id")))
                .param("product", device.product().value())
                .param("serial", device.serial())
                .param("model", model == null ? null : model.value())
                .param("rows", rows)
                .query((row, number) -> shipment(row))
                .list();
    }

    List<String> serials(Reader reader, ShipmentId id, int rows) {
        return jdbc.sql("SELECT n.serial FROM device.shipment_serial n WHERE n.shipment_id = :id AND "
                        + reader.seesOf("n.customer_id") + " ORDER BY lower(n.serial) LIMIT :rows")
                .param("id", id.value())
                .param("rows", rows)
                .query(String.class)
                .list();
    }

    private static Shipment shipment(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        UUID release = row.getObject("release_id", UUID.class);
        UUID via = row.getObject("via_customer_id", UUID.class);
        return new Shipment(
                new ShipmentId(row.getObject("id", UUID.class)),
                Worded.get(ShipmentKind.values(), row.getString("kind")),
                row.getObject("moved_on", LocalDate.class),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                row.getString("di"),
                row.getString("lot"),
                release == null ? null : new Device.Installed(new ReleaseId(release), row.getString("version")),
                row.getLong("quantity"),
                DeviceRepository.place(row),
                via == null ? null : new CustomerId(via),
                row.getString("via_name"),
                row.getString("reference"),
                DeviceRepository.instantOrNull(row, "cancelled_at"));
    }
}
