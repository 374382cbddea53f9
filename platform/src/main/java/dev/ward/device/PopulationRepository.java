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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class PopulationRepository {

    private final JdbcClient jdbc;

    PopulationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PopulationId id, PopulationDraft draft, Device.Confirmation confirmed, long changeSet) {
        facts(jdbc.sql("""
                INSERT INTO device.population (id, kind, product_id, model_id, di, lot, release_id, customer_id, site_id,
                                               country, reference, status, quantity, estimated, manufactured_on,
                                               expires_on, confirmed_at, confirmed_by, change_set, created_at, changed_at)
                VALUES (:id, :kind, :product, :model, :di, :lot, :release, :customer, :site,
                        :country, :reference, :status, :quantity, :estimated, :manufactured,
                        :expires, :at, :by, :changeSet, :at, :at)
                """), id, draft, confirmed, changeSet).update();
        count(id, changeSet);
    }

    void update(PopulationId id, PopulationDraft draft, Device.Confirmation confirmed, long changeSet) {
        facts(jdbc.sql("""
                UPDATE device.population
                   SET kind = :kind, product_id = :product, model_id = :model, di = :di, lot = :lot,
                       release_id = :release, customer_id = :customer, site_id = :site, country = :country,
                       reference = :reference, status = :status, quantity = :quantity, estimated = :estimated,
                       manufactured_on = :manufactured, expires_on = :expires, confirmed_at = :at, confirmed_by = :by,
                       change_set = :changeSet, revision = revision + 1, changed_at = :at
                 WHERE id = :id
                """), id, draft, confirmed, changeSet).update();
        count(id, changeSet);
    }

    /// Keeps what was counted just now.
    private void count(PopulationId id, long changeSet) {
        jdbc.sql("""
                INSERT INTO device.population_count (population_id, change_set, since, quantity, estimated, customer_id)
                SELECT id, change_set, confirmed_at, quantity, estimated, customer_id
                  FROM device.population WHERE id = :id AND change_set = :changeSet
                """).param("id", id.value()).param("changeSet", changeSet).update();
    }

    private static StatementSpec facts(
            StatementSpec statement,
            PopulationId id,
            PopulationDraft draft,
            Device.Confirmation confirmed,
            long changeSet) {
        ModelId model = draft.model();
        ReleaseId release = draft.release();
        CustomerId customer = draft.customer();
        SiteId site = draft.site();
        return statement
                .param("id", id.value())
                .param("kind", draft.kind().word())
                .param("product", draft.product().value())
                .param("model", model == null ? null : model.value())
                .param("di", draft.di())
                .param("lot", draft.lot())
                .param("release", release == null ? null : release.value())
                .param("customer", customer == null ? null : customer.value())
                .param("site", site == null ? null : site.value())
                .param("country", draft.country())
                .param("reference", draft.reference())
                .param("status", draft.status().word())
                .param("quantity", draft.quantity())
                .param("estimated", draft.estimated())
                .param("manufactured", draft.manufactured())
                .param("expires", draft.expires())
                .param("at", confirmed.at().atOffset(ZoneOffset.UTC))
                .param("by", confirmed.by().word())
                .param("changeSet", changeSet);
    }

    Optional<Population> find(Reader reader, PopulationId id) {
        return jdbc.sql("SELECT " + DeviceRepository.COLUMNS + " FROM device.population d " + DeviceRepository.JOINS
                        + " WHERE d.id = :id AND " + reader.seesOf("d.customer_id"))
                .param("id", id.value())
                .query((row, number) -> population(row))
                .optional();
    }

    /// The newest first.
    ///
    /// @param after  where to go on; null for the beginning
    List<Population> list(Reader reader, PopulationFilter filter, @Nullable Cursor after, int rows) {
        ProductId product = filter.product();
        CustomerId customer = filter.customer();
        PopulationKind kind = filter.kind();
        return jdbc.sql("SELECT " + DeviceRepository.COLUMNS + " FROM device.population d " + DeviceRepository.JOINS
                        + """
                         WHERE (:product::uuid IS NULL OR d.product_id = :product)
                           AND (:customer::uuid IS NULL OR d.customer_id = :customer)
                           AND (:kind::text IS NULL OR d.kind = :kind)
                           AND (:lot::text IS NULL OR lower(d.lot) = lower(:lot::text COLLATE "C"))
                           AND (:after::uuid IS NULL OR d.id < :after) AND %s
                         ORDER BY d.id DESC
                         LIMIT :rows
                        """.formatted(reader.seesOf("d.customer_id")))
                .param("product", product == null ? null : product.value())
                .param("customer", customer == null ? null : customer.value())
                .param("kind", kind == null ? null : kind.word())
                .param("lot", filter.lot())
                .param("after", after == null ? null : after.uuid(0))
                .param("rows", rows)
                .query((row, number) -> population(row))
                .list();
    }

    List<Populations.Count> counts(Reader reader, PopulationId id) {
        return jdbc.sql("""
                SELECT n.since, n.quantity, n.estimated
                  FROM device.population_count n
                 WHERE n.population_id = :id AND %s
                 ORDER BY n.change_set DESC
                 LIMIT 200
                """.formatted(reader.seesOf("n.customer_id")))
                .param("id", id.value())
                .query((row, number) -> new Populations.Count(
                        DeviceRepository.instant(row, "since"), row.getLong("quantity"), row.getBoolean("estimated")))
                .list();
    }

    private static Population population(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        UUID release = row.getObject("release_id", UUID.class);
        return new Population(
                new PopulationId(row.getObject("id", UUID.class)),
                Worded.get(PopulationKind.values(), row.getString("kind")),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                row.getString("di"),
                row.getString("lot"),
                release == null ? null : new Device.Installed(new ReleaseId(release), row.getString("version")),
                DeviceRepository.place(row),
                Worded.get(DeviceStatus.values(), row.getString("status")),
                row.getLong("quantity"),
                row.getBoolean("estimated"),
                DeviceRepository.date(row, "manufactured_on"),
                DeviceRepository.date(row, "expires_on"),
                new Device.Confirmation(
                        DeviceRepository.instant(row, "confirmed_at"),
                        Worded.get(FactSource.values(), row.getString("confirmed_by"))),
                row.getInt("revision"));
    }
}
