package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums over the tally.
@Repository
class TallyRepository {

    private final JdbcClient jdbc;

    TallyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param filter  text and network are left aside
    FleetCounts counts(Reader reader, DeviceFilter filter) {
        DeviceConditions asked = DeviceConditions.counted(reader, filter, "t");
        Map<DeviceStatus, Long> byStatus = new EnumMap<>(DeviceStatus.class);
        jdbc.sql("SELECT t.status, sum(t.devices) AS devices FROM device.tally t WHERE " + asked + " GROUP BY t.status")
                .params(asked.parameters())
                .query(row -> {
                    byStatus.put(Worded.get(DeviceStatus.values(), row.getString("status")), row.getLong("devices"));
                });
        return jdbc.sql("""
                SELECT coalesce(sum(t.devices) FILTER (WHERE t.release_id IS NULL), 0) AS unknown,
                       count(DISTINCT t.customer_id) AS customers, count(DISTINCT t.site_id) AS sites,
                       count(DISTINCT t.country) AS countries
                  FROM device.tally t
                 WHERE device.in_field(t.status) AND t.devices > 0 AND %s
                """.formatted(asked))
                .params(asked.parameters())
                .query((row, number) -> new FleetCounts(
                        byStatus,
                        row.getLong("unknown"),
                        row.getLong("customers"),
                        row.getLong("sites"),
                        row.getLong("countries")))
                .single();
    }
}
