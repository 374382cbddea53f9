package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// One device at a time.
@Repository
class DeviceRepository {

    /// The columns of one device, over the aliases d (device), p (product), m (model), r (release), c (customer) and s
    /// (site).
    static final String COLUMNS = """
            d.*, p.name AS product_name, m.name AS model_name, r.version, c.name AS customer_name, s.name AS site_name
            """;

    /// What is joined to a device for its columns.
    static final String JOINS = """
              JOIN product.published_product p ON p.product_id = d.product_id
              LEFT JOIN product.published_model m ON m.model_id = d.model_id
              LEFT JOIN product.published_release r ON r.release_id = d.release_id
              LEFT JOIN customer.published_customer c ON c.customer_id = d.customer_id
              LEFT JOIN customer.published_site s ON s.site_id = d.site_id
            """;

    private final JdbcClient jdbc;

    DeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DeviceId id, DeviceDraft draft, Device.Confirmation confirmed, long changeSet, Instant now) {
        facts(jdbc.sql("""
                INSERT INTO device.device (id, product_id, model_id, di, serial, lot, manufactured_on, expires_on,
                                           release_id, configuration_id, customer_id, site_id, country, reference,
                                           networked, contract_until, warranty_until, status, confirmed_at,
                                           confirmed_by, change_set, created_at, changed_at)
                VALUES (:id, :product, :model, :di, :serial, :lot, :manufactured, :expires,
                        :release, :configuration, :customer, :site, :country, :reference,
                        :networked, :contract, :warranty, :status, :confirmedAt, :confirmedBy, :changeSet, :now, :now)
                """), id, draft, confirmed)
                .param("changeSet", changeSet)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(DeviceId id, DeviceDraft draft, Device.Confirmation confirmed, long changeSet, Instant now) {
        facts(jdbc.sql("""
                UPDATE device.device
                   SET product_id = :product, model_id = :model, di = :di, serial = :serial, lot = :lot,
                       manufactured_on = :manufactured, expires_on = :expires, release_id = :release,
                       configuration_id = :configuration, customer_id = :customer, site_id = :site, country = :country,
                       reference = :reference, networked = :networked, contract_until = :contract,
                       warranty_until = :warranty, status = :status, confirmed_at = :confirmedAt,
                       confirmed_by = :confirmedBy, change_set = :changeSet, revision = revision + 1, changed_at = :now
                 WHERE id = :id
                """), id, draft, confirmed)
                .param("changeSet", changeSet)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StatementSpec facts(
            StatementSpec statement, DeviceId id, DeviceDraft draft, Device.Confirmation confirmed) {
        ModelId model = draft.model();
        ReleaseId release = draft.release();
        CustomerId customer = draft.customer();
        SiteId site = draft.site();
        return statement
                .param("id", id.value())
                .param("product", draft.product().value())
                .param("model", model == null ? null : model.value())
                .param("di", draft.di())
                .param("serial", draft.serial())
                .param("lot", draft.lot())
                .param("manufactured", draft.manufactured())
                .param("expires", draft.expires())
                .param("release", release == null ? null : release.value())
                .param("configuration", draft.configuration())
                .param("customer", customer == null ? null : customer.value())
                .param("site", site == null ? null : site.value())
                .param("country", draft.country())
                .param("reference", draft.reference())
                .param("networked", draft.networked())
                .param("contract", draft.contractUntil())
                .param("warranty", draft.warrantyUntil())
                .param("status", draft.status().word())
                .param("confirmedAt", confirmed.at().atOffset(ZoneOffset.UTC))
                .param("confirmedBy", confirmed.by().word());
    }

    void confirm(DeviceId id, Device.Confirmation confirmed) {
        jdbc.sql("UPDATE device.device SET confirmed_at = :at, confirmed_by = :by WHERE id = :id")
                .param("id", id.value())
                .param("at", confirmed.at().atOffset(ZoneOffset.UTC))
                .param("by", confirmed.by().word())
                .update();
    }

    /// @return those that were not out of use before
    List<DeviceId> decommission(
            Reader reader, Collection<DeviceId> ids, Device.Confirmation confirmed, long changeSet, Instant now) {
        return jdbc.sql("""
                UPDATE device.device d
                   SET status = :gone, confirmed_at = :at, confirmed_by = :by, change_set = :changeSet,
                       revision = d.revision + 1, changed_at = :now
                 WHERE d.id = ANY(:ids) AND d.status NOT IN (:gone, :scrapped) AND %s
                RETURNING d.id
                """.formatted(reader.seesOf("d.customer_id")))
                .param("gone", DeviceStatus.DECOMMISSIONED.word())
                .param("scrapped", DeviceStatus.SCRAPPED.word())
                .param("at", confirmed.at().atOffset(ZoneOffset.UTC))
                .param("by", confirmed.by().word())
                .param("changeSet", changeSet)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", ids.stream().map(DeviceId::value).toArray(UUID[]::new))
                .query((row, _) -> new DeviceId(row.getObject("id", UUID.class)))
                .list();
    }

    Optional<Device> find(Reader reader, DeviceId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM device.device d " + JOINS + " WHERE d.id = :id AND "
                        + reader.seesOf("d.customer_id"))
                .param("id", id.value())
                .query((row, number) -> device(row))
                .optional();
    }

    /// Another device that would be the same as the one described: of its product and serial, with the same model
    /// or with none where the other has one; or of its UDI. Asks beyond what the reader sees: a serial is taken,
    /// whoever has it.
    Optional<Device> findTwin(DeviceDraft draft, @Nullable DeviceId own) {
        ModelId model = draft.model();
        return jdbc.sql("SELECT " + COLUMNS + " FROM device.device d " + JOINS + """
                         WHERE d.id IN (
                                   SELECT t.id FROM device.device t
                                    WHERE t.product_id = :product AND lower(t.serial) = lower(:serial::text COLLATE "C")
                                      AND (t.model_id IS NULL OR :model::uuid IS NULL OR t.model_id = :model)
                                   UNION ALL
                                   SELECT t.id FROM device.device t
                                    WHERE t.di = :di AND lower(t.serial) = lower(:serial::text COLLATE "C"))
                           AND d.id IS DISTINCT FROM :own::uuid
                         LIMIT 1
                        """)
                .param("product", draft.product().value())
                .param("model", model == null ? null : model.value())
                .param("serial", draft.serial())
                .param("di", draft.di())
                .param("own", own == null ? null : own.value())
                .query((row, number) -> device(row))
                .optional();
    }

    static Device device(ResultSet row) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        Instant confirmed = instantOrNull(row, "confirmed_at");
        return new Device(
                new DeviceId(row.getObject("id", UUID.class)),
                identity(row),
                release == null ? null : new Device.Installed(new ReleaseId(release), row.getString("version")),
                row.getObject("configuration_id", UUID.class),
                place(row),
                row.getObject("networked", Boolean.class),
                new Device.Term(date(row, "contract_until"), date(row, "warranty_until")),
                Worded.get(DeviceStatus.values(), row.getString("status")),
                confirmed == null
                        ? null
                        : new Device.Confirmation(
                                confirmed, Worded.get(FactSource.values(), row.getString("confirmed_by"))),
                row.getLong("change_set"),
                row.getInt("revision"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Device.Identity identity(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return new Device.Identity(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                row.getString("di"),
                row.getString("serial"),
                row.getString("lot"),
                date(row, "manufactured_on"),
                date(row, "expires_on"));
    }

    static Device.Place place(ResultSet row) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID site = row.getObject("site_id", UUID.class);
        return new Device.Place(
                customer == null ? null : new CustomerId(customer),
                row.getString("customer_name"),
                site == null ? null : new SiteId(site),
                row.getString("site_name"),
                row.getString("country"),
                row.getString("reference"));
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
