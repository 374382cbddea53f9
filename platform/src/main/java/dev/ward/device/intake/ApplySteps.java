package dev.ward.device.intake;

import dev.ward.device.FactSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what was decided, a stretch of rows at a time, within one transaction: nobody sees a part of it.
@Repository
class ApplySteps {

    /// Rows of one statement. What a statement counts up it counts once, and the foreign keys of a tally that is
    /// counted up again in its own transaction are looked up again: small statements cost half as much again.
    static final int STRETCH = 250_000;

    private final JdbcClient jdbc;

    ApplySteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param sourceId   the import or report
    /// @param feed       null for reports
    /// @param changeSet  null when no device changes
    /// @param from       the first row's number
    record Stretch(
            Stage stage,
            FactSource source,
            UUID sourceId,
            @Nullable UUID feed,
            @Nullable Long changeSet,
            Instant now,
            long from) {

        long to() {
            return from + STRETCH;
        }
    }

    /// The number of the change set that was the newest when it was asked.
    long newestChangeSet() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM device.change_set")
                .query(Long.class)
                .single();
    }

    /// Whether a device of the staged rows was written to since they were compared with what was known.
    ///
    /// @param seen       the newest change set then
    /// @param changeSet  that of the import, which holds the lock
    boolean isOvertaken(Stage stage, long seen, long changeSet) {
        return seen + 1 < changeSet
                && jdbc.sql(stage.sql("""
                        SELECT EXISTS (
                            SELECT FROM device.device d
                              JOIN device.staged_row s
                                ON lower(s.serial) = lower(d.serial) AND (s.product_id = d.product_id OR s.di = d.di)
                             WHERE d.change_set > :seen)
                        """))
                        .param("seen", seen)
                        .query(Boolean.class)
                        .single();
    }

    /// The customers and sites that rows name which are to be applied.
    Set<UUID> placesUsed() {
        Set<UUID> used = new HashSet<>();
        jdbc.sql("""
                SELECT DISTINCT p.id
                  FROM device.staged_row s
                  JOIN device.staged_work w ON w.number = s.number AND w.work IN ('new', 'changed', 'older', 'stated')
                 CROSS JOIN LATERAL (VALUES (s.customer_id), (s.site_id), (s.via_id)) AS p (id)
                 WHERE p.id IS NOT NULL
                """).query(row -> {
            used.add(row.getObject(1, UUID.class));
        });
        return used;
    }

    void create(Stretch stretch) {
        jdbc.sql("""
                INSERT INTO device.device
                       (id, product_id, model_id, di, serial, lot, manufactured_on, expires_on, release_id, configuration_id,
                        customer_id, site_id, country, reference, networked, contract_until, warranty_until, status,
                        confirmed_at, confirmed_by, change_set, created_at, changed_at)
                SELECT w.device_id, s.product_id, s.model_id, s.di, s.serial, s.lot, s.manufactured_on, s.expires_on,
                       s.release_id, s.configuration_id, s.customer_id, s.site_id, s.country, s.reference, s.networked,
                       s.contract_until, s.warranty_until,
                       coalesce(s.status, CASE WHEN s.customer_id IS NULL THEN 'in-stock' ELSE 'in-use' END),
                       s.confirmed_at, 'import', :changeSet, :now, :now
                  FROM device.staged_work w
                  JOIN device.staged_row s ON s.number = w.number
                 WHERE w.number >= :from AND w.number < :to AND s.number >= :from AND s.number < :to AND w.work = 'new'
                """)
                .param("changeSet", stretch.changeSet())
                .param("now", stretch.now().atOffset(ZoneOffset.UTC))
                .param("from", stretch.from())
                .param("to", stretch.to())
                .update();
    }

    void change(Stretch stretch) {
        jdbc.sql(stretch.stage().sql("""
                UPDATE device.device d
                   SET model_id = m.model_id, di = m.di, lot = m.lot, manufactured_on = m.manufactured_on,
                       expires_on = m.expires_on, release_id = m.release_id, configuration_id = m.configuration_id,
                       customer_id = m.customer_id, site_id = m.site_id, country = m.country, reference = m.reference,
                       networked = m.networked, contract_until = m.contract_until, warranty_until = m.warranty_until,
                       status = m.status, confirmed_at = m.confirmed_at, confirmed_by = :source,
                       change_set = :changeSet, revision = d.revision + 1, changed_at = :now
                  FROM (SELECT w.device_id, s.confirmed_at, %s
                          FROM device.staged_work w
                          JOIN device.staged_row s ON s.number = w.number
                          JOIN device.device d ON d.id = w.device_id
                         WHERE w.number >= :from AND w.number < :to AND s.number >= :from AND s.number < :to AND w.work = 'changed') m
                 WHERE d.id = m.device_id
                """.formatted(stretch.stage().merged())))
                .param("changeSet", stretch.changeSet())
                .param("source", stretch.source().word())
                .param("now", stretch.now().atOffset(ZoneOffset.UTC))
                .param("from", stretch.from())
                .param("to", stretch.to())
                .update();
    }

    /// Keeps what came too late: it changes nothing now, and is no less true of its time.
    void keepOlder(Stretch stretch) {
        jdbc.sql(stretch.stage().sql("""
                INSERT INTO device.late_report (device_id, since, at, release_id, says_release, configuration_id, customer_id,
                                                site_id, status, source, source_id)
                SELECT w.device_id, s.confirmed_at, :now, s.release_id, s.says_release, s.configuration_id, s.customer_id,
                       s.site_id, s.status, :source, :sourceId
                  FROM device.staged_work w
                  JOIN device.staged_row s ON s.number = w.number
                 WHERE w.number >= :from AND w.number < :to AND s.number >= :from AND s.number < :to AND w.work = 'older'
                    ON CONFLICT DO NOTHING
                """))
                .param("sourceId", stretch.sourceId())
                .param("source", stretch.source().word())
                .param("now", stretch.now().atOffset(ZoneOffset.UTC))
                .param("from", stretch.from())
                .param("to", stretch.to())
                .update();
    }

    /// Keeps what the feed said of each device.
    void state(Stretch stretch) {
        jdbc.sql("""
                INSERT INTO device.stated (feed, device_id, digest)
                SELECT :feed, w.device_id, s.digest
                  FROM device.staged_work w
                  JOIN device.staged_row s ON s.number = w.number
                 WHERE w.number >= :from AND w.number < :to AND s.number >= :from AND s.number < :to AND w.work IN ('new', 'changed', 'older', 'stated')
                    ON CONFLICT (feed, device_id) DO UPDATE SET digest = excluded.digest
                """)
                .param("feed", stretch.feed())
                .param("from", stretch.from())
                .param("to", stretch.to())
                .update();
    }
}
