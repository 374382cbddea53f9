package dev.ward.device;

import dev.ward.audit.Manifest;
import dev.ward.audit.RowHistory;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an import changed, as the devices' history keeps it. Call it within a transaction: rows are read
/// a part at a time there.
@Component
public class ImportedHistory implements RowHistory {

    private static final int FETCHED = 5_000;

    private final JdbcClient jdbc;

    ImportedHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The histories of devices over a database without an application around it, as a command reads them.
    public static List<RowHistory> over(JdbcClient jdbc) {
        ImportedHistory imported = new ImportedHistory(jdbc);
        return List.of(imported, new ReportedHistory(imported));
    }

    @Override
    public String what() {
        return "devices.imported";
    }

    @Override
    public byte[] digest(String subjectId, String changeSet) {
        return digestOf(UUID.fromString(subjectId));
    }

    /// @param sourceId  the import or report
    byte[] digestOf(UUID sourceId) {
        long changeSet = jdbc.sql("SELECT coalesce(max(number), 0) FROM device.change_set WHERE source_id = :id")
                .param("id", sourceId)
                .query(Long.class)
                .single();
        return manifest(changeSet).sha256();
    }

    /// The rows of a change set: device, release, configuration, customer, site, country, status.
    public Manifest manifest(long changeSet) {
        try (Stream<String> lines = jdbc.sql("""
                SELECT line
                  FROM (SELECT concat_ws(' ', h.device_id, coalesce(h.release_id::text, '-'),
                                         coalesce(h.configuration_id::text, '-'), coalesce(h.customer_id::text, '-'),
                                         coalesce(h.site_id::text, '-'), coalesce(h.country, '-'), h.status) AS line
                          FROM device.history h
                         WHERE h.change_set = :changeSet) changed
                 ORDER BY line COLLATE "C"
                """)
                .withFetchSize(FETCHED)
                .param("changeSet", changeSet)
                .query(String.class)
                .stream()) {
            return Manifest.over(Long.toString(changeSet), lines);
        }
    }
}
