package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.identity.Reader;
import dev.ward.product.ReleaseId;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How devices came to be as they are.
@Repository
class HistoryRepository {

    private final JdbcClient jdbc;

    HistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last first.
    List<Change> list(Reader reader, DeviceId device, int rows) {
        return jdbc.sql("""
                SELECT h.*, r.version, c.name AS customer_name, s.name AS site_name,
                       w.source, w.source_id, w.actor_name
                  FROM device.history h
                  JOIN device.change_set w ON w.number = h.change_set
                  LEFT JOIN product.published_release r ON r.release_id = h.release_id
                  LEFT JOIN customer.published_customer c ON c.customer_id = h.customer_id
                  LEFT JOIN customer.published_site s ON s.site_id = h.site_id
                 WHERE h.device_id = :device AND %s
                 ORDER BY h.change_set DESC
                 LIMIT :rows
                """.formatted(reader.seesOf("h.customer_id")))
                .param("device", device.value())
                .param("rows", rows)
                .query((row, number) -> change(row))
                .list();
    }

    private static Change change(ResultSet row) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID site = row.getObject("site_id", UUID.class);
        return new Change(
                DeviceRepository.instant(row, "since"),
                DeviceRepository.instant(row, "at"),
                release == null ? null : new Device.Installed(new ReleaseId(release), row.getString("version")),
                row.getObject("configuration_id", UUID.class),
                customer == null ? null : new CustomerId(customer),
                row.getString("customer_name"),
                site == null ? null : new SiteId(site),
                row.getString("site_name"),
                row.getString("country"),
                Worded.get(DeviceStatus.values(), row.getString("status")),
                Worded.get(FactSource.values(), row.getString("source")),
                row.getObject("source_id", UUID.class),
                row.getString("actor_name"));
    }
}
