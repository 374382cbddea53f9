package dev.ward.finding;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far matching has read, and what comes behind it.
@Repository
class MarkRepository {

    private final JdbcClient jdbc;

    MarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param value   number of the change set or of the snapshot
    /// @param within  the last record read within it
    record Mark(long value, long within) {}

    /// @param changeSet  in which the record changed last
    record ChangedRecord(long changeSet, long recordId) {}

    record NewSnapshot(long sequence, UUID releaseId) {}

    /// Holds off every other matching until the transaction ends. One that ran beside it could overlook a component
    /// and a record that come at the same time.
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('finding.matching', 0))")
                .query((row, number) -> number)
                .list();
    }

    Mark get(String name) {
        return jdbc.sql("SELECT value, within FROM finding.mark WHERE name = :name")
                .param("name", name)
                .query(Mark.class)
                .single();
    }

    void set(String name, Mark mark) {
        jdbc.sql("UPDATE finding.mark SET value = :value, within = :within WHERE name = :name")
                .param("value", mark.value())
                .param("within", mark.within())
                .param("name", name)
                .update();
    }

    /// The records that changed behind the mark, in the order in which they changed.
    List<ChangedRecord> changedRecords(Mark mark, int most) {
        return jdbc.sql("""
                SELECT change_set, record_id
                  FROM advisory.published_record
                 WHERE (change_set, record_id) > (:value, :within)
                 ORDER BY change_set, record_id
                 LIMIT :most
                """)
                .param("value", mark.value())
                .param("within", mark.within())
                .param("most", most)
                .query(ChangedRecord.class)
                .list();
    }

    List<NewSnapshot> newSnapshots(Mark mark, int most) {
        return jdbc.sql("""
                SELECT sequence, release_id
                  FROM sbom.published_snapshot
                 WHERE sequence > :value
                 ORDER BY sequence
                 LIMIT :most
                """)
                .param("value", mark.value())
                .param("most", most)
                .query(NewSnapshot.class)
                .list();
    }
}
