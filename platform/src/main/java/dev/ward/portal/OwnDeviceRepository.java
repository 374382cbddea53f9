package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.device.DeviceStatus;
import dev.ward.device.FactSource;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Cursor;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads devices in the name of their customer.
@Repository
class OwnDeviceRepository {

    private static final String KEY = "left(lower(coalesce(d.serial, d.lot, '')), 200)";

    private static final String DUE = "d.in_field AND coalesce(d.confirmed_at, '-infinity') < :dueBefore::timestamptz";

    private final JdbcClient jdbc;

    OwnDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param dueBefore  who was confirmed before is to be confirmed anew
    List<OwnDevice> list(Reader reader, OwnDeviceFilter filter, Instant dueBefore, @Nullable Cursor after, int rows) {
        String which = """
                (:text::text IS NULL OR lower(d.serial) LIKE :text OR lower(d.lot) LIKE :text)
                AND (:site::uuid IS NULL OR d.site_id = :site)
                AND (:product::uuid IS NULL OR d.product_id = :product)
                AND (:release::uuid IS NULL OR d.release_id = :release)
                AND (NOT :unknown OR d.release_id IS NULL)
                AND (NOT :due OR (%1$s))
                AND (:all OR d.in_field)
                AND (:begins OR (%2$s, d.device_id) > (:key, :id::uuid))
                ORDER BY %2$s, d.device_id
                LIMIT :rows
                """.formatted(DUE, KEY);
        return jdbc.sql(devices(reader, which))
                .param("text", pattern(filter.text()))
                .param("site", filter.site())
                .param("product", filter.product())
                .param("release", filter.release())
                .param("unknown", filter.unknown())
                .param("due", filter.due())
                .param("dueBefore", dueBefore.atOffset(ZoneOffset.UTC))
                .param("all", filter.all())
                .param("begins", after == null)
                .param("key", after == null ? "" : after.text(0))
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, _) -> device(row))
                .list();
    }

    Optional<OwnDevice> find(Reader reader, DeviceId id) {
        return jdbc.sql(devices(reader, "d.device_id = :id"))
                .param("id", id.value())
                .query((row, _) -> device(row))
                .optional();
    }

    /// Finds devices by their label.
    ///
    /// @param di  null for any
    List<OwnDevice> find(Reader reader, @Nullable String di, String serial, int most) {
        return jdbc.sql(
                        devices(
                                reader,
                                "lower(d.serial) = lower(:serial) AND (:di::text IS NULL OR d.di IS NULL OR d.di = :di) LIMIT :most"))
                .param("di", di)
                .param("serial", serial)
                .param("most", most)
                .query((row, _) -> device(row))
                .list();
    }

    List<OwnDevice> findAll(Reader reader, Collection<DeviceId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(devices(reader, "d.device_id = ANY(:ids)"))
                        .param("ids", ids.stream().map(DeviceId::value).toArray(UUID[]::new))
                        .query((row, _) -> device(row))
                        .list();
    }

    /// @param serials  in small letters
    List<OwnDevice> findBySerials(Reader reader, Set<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : jdbc.sql(devices(reader, "lower(d.serial) = ANY(:serials)"))
                        .param("serials", serials.toArray(String[]::new))
                        .query((row, _) -> device(row))
                        .list();
    }

    /// Since when what is installed is installed; null when it is not known.
    @Nullable
    Instant installedSince(Reader reader, DeviceId id) {
        return jdbc.sql("""
                SELECT min(h.since) FROM device.published_history h
                 WHERE h.device_id = :id AND %1$s
                   AND h.change_set > coalesce(
                       (SELECT max(x.change_set)
                          FROM device.published_history x, device.published_device d
                         WHERE d.device_id = :id AND x.device_id = :id AND %2$s
                           AND x.release_id IS DISTINCT FROM d.release_id), 0)
                """.formatted(reader.seesOf("h.customer_id"), reader.seesOf("x.customer_id")))
                .param("id", id.value())
                .query((row, _) -> Optional.ofNullable(instant(row, 1)))
                .single()
                .orElse(null);
    }

    long countDue(Reader reader, Instant dueBefore) {
        return jdbc.sql("SELECT count(*) FROM device.published_device d WHERE " + reader.seesOf("d.customer_id")
                        + " AND " + DUE)
                .param("dueBefore", dueBefore.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    static Cursor cursor(OwnDevice device) {
        String serial = device.label().serial();
        String key = serial != null ? serial : device.label().lot();
        String lower = key == null ? "" : key.toLowerCase(Locale.ROOT);
        return Cursor.of(
                OwnDeviceFilter.ORDER,
                lower.codePointCount(0, lower.length()) > 200
                        ? lower.substring(0, lower.offsetByCodePoints(0, 200))
                        : lower,
                device.id());
    }

    private static String devices(Reader reader, String which) {
        return """
                SELECT d.device_id, d.product_id, p.name AS product, m.name AS model, d.di, d.serial, d.lot, d.release_id,
                       r.version, d.site_id, s.name AS site, d.status, d.networked, d.confirmed_at, d.confirmed_by,
                       (SELECT count(*) FROM portal.claim c
                         WHERE c.device_id = d.device_id AND c.customer_id = d.customer_id AND c.state = 'open') AS open
                  FROM (SELECT d.*, %3$s AS key FROM device.published_device d WHERE %1$s AND %2$s) d
                  LEFT JOIN portal.own_product p ON p.product_id = d.product_id
                  LEFT JOIN portal.own_model m ON m.model_id = d.model_id
                  LEFT JOIN portal.own_release r ON r.release_id = d.release_id
                  LEFT JOIN customer.published_site s ON s.site_id = d.site_id
                 ORDER BY d.key, d.device_id
                """.formatted(reader.seesOf("d.customer_id"), which, KEY);
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static OwnDevice device(ResultSet row) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        String version = row.getString("version");
        String product = row.getString("product");
        String model = row.getString("model");
        String by = row.getString("confirmed_by");
        String name = model == null ? product : product + " " + model;
        return new OwnDevice(
                new DeviceId(row.getObject("device_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                product,
                model,
                new Said.Label(name, null, row.getString("di"), row.getString("serial"), row.getString("lot")),
                release == null || version == null
                        ? null
                        : new OwnDevice.Installed(new ReleaseId(release), version, null),
                ClaimRows.place(row),
                Worded.get(DeviceStatus.values(), row.getString("status")),
                row.getObject("networked", Boolean.class),
                instant(row, row.findColumn("confirmed_at")),
                by == null ? null : Worded.get(FactSource.values(), by),
                row.getInt("open"));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
