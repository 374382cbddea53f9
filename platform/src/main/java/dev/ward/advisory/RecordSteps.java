package dev.ward.advisory;

import dev.ward.advisory.ChangeSets.ChangeSet;
import dev.ward.advisory.ChangeSets.Changed;
import dev.ward.standards.codec.StoredKey;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes known the records that an import has staged, some thousands at a time.
///
/// Of two records with one id the one modified last counts, and of two equally old the one read last; one
/// with the content that is known already changes nothing.
final class RecordSteps {

    /// Records in one transaction.
    private static final int BATCH = 4_000;

    private final Staging staging;
    private final JdbcClient jdbc;
    private final GroupingSteps grouping;

    RecordSteps(Staging staging) {
        this.staging = staging;
        this.jdbc = staging.jdbc();
        this.grouping = new GroupingSteps(staging);
    }

    /// What is to be done.
    ///
    /// @param older  records that were modified before what is known
    record Decision(int batches, long older) {}

    Decision decide() {
        jdbc.sql("""
                CREATE TEMPORARY TABLE decided AS
                SELECT n.ordinal, r.record_id, n.digest = r.digest AS same,
                       coalesce(n.modified, '-infinity') < coalesce(r.modified, '-infinity') AS older
                  FROM (SELECT DISTINCT ON (name) ordinal, source, name, modified, digest
                          FROM staged_record
                         ORDER BY name, modified DESC NULLS LAST, ordinal DESC) n
                  LEFT JOIN advisory.record r ON r.source = n.source AND r.name = n.name
                """).update();
        jdbc.sql("""
                CREATE TEMPORARY TABLE work AS
                SELECT ordinal, ((row_number() OVER (ORDER BY ordinal) - 1) / :size)::integer AS batch,
                       coalesce(record_id, nextval('advisory.record_number')) AS record_id,
                       record_id IS NULL AS created
                  FROM decided
                 WHERE record_id IS NULL OR NOT same AND NOT older
                """).param("size", BATCH).update();
        jdbc.sql("CREATE INDEX work_batch ON work (batch)").update();
        jdbc.sql("CREATE INDEX staged_record_ordinal ON staged_record (ordinal)")
                .update();
        jdbc.sql("CREATE INDEX staged_statement_ordinal ON staged_statement (ordinal)")
                .update();
        jdbc.sql("CREATE INDEX staged_key_ordinal ON staged_key (ordinal)").update();
        staging.analyze("work");
        long older = jdbc.sql("SELECT count(*) FROM decided WHERE older AND NOT same")
                .query(Long.class)
                .single();
        int batches = jdbc.sql("SELECT coalesce(max(batch) + 1, 0) FROM work")
                .query(Integer.class)
                .single();
        return new Decision(batches, older);
    }

    /// Makes one batch known; within a transaction that has a change set.
    Changed apply(int batch, ChangeSet changeSet) {
        touch(batch);
        link(batch);
        grouping.group(batch, changeSet);
        records(batch, changeSet);
        grouping.finish(changeSet);
        statements(batch);
        revisions(batch, changeSet);
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS revised
                  FROM work WHERE batch = :batch
                """)
                .param("batch", batch)
                .query((row, _) -> new Changed(row.getLong("created"), row.getLong("revised")))
                .single();
    }

    /// All names that the records have or had.
    private void touch(int batch) {
        grouping.clear();
        jdbc.sql("""
                INSERT INTO touched (name, round)
                SELECT s.name, 0 FROM work w JOIN staged_record s USING (ordinal) WHERE w.batch = :batch
                UNION
                SELECT unnest(s.aliases), 0 FROM work w JOIN staged_record s USING (ordinal) WHERE w.batch = :batch
                UNION
                SELECT unnest(r.aliases), 0 FROM work w JOIN advisory.record r USING (record_id)
                 WHERE w.batch = :batch AND NOT w.created
                """).param("batch", batch).update();
    }

    private void link(int batch) {
        deleteOf("advisory.alias", batch);
        jdbc.sql("""
                INSERT INTO advisory.alias (record_id, name, alias, apart)
                SELECT w.record_id, s.name, a.alias, s.apart
                  FROM work w JOIN staged_record s USING (ordinal), unnest(s.aliases) AS a (alias)
                 WHERE w.batch = :batch AND s.state = 'PUBLISHED'
                ON CONFLICT DO NOTHING
                """).param("batch", batch).update();
    }

    private void records(int batch, ChangeSet changeSet) {
        jdbc.sql("""
                INSERT INTO advisory.record AS r
                       (record_id, source, name, state, published, modified, digest, head, aliases, vulnerability_id,
                        change_set, import_id, keys_format)
                SELECT w.record_id, s.source, s.name, s.state, s.published, s.modified, s.digest, s.head, s.aliases,
                       g.vulnerability_id, :changeSet, :import, :format
                  FROM work w
                  JOIN staged_record s USING (ordinal)
                  LEFT JOIN grouped_record g USING (record_id)
                 WHERE w.batch = :batch
                ON CONFLICT (record_id) DO UPDATE
                   SET state = excluded.state, published = excluded.published, modified = excluded.modified,
                       digest = excluded.digest, head = excluded.head, aliases = excluded.aliases,
                       vulnerability_id = excluded.vulnerability_id, change_set = excluded.change_set,
                       import_id = excluded.import_id, keys_format = excluded.keys_format
                """)
                .param("format", StoredKey.FORMAT)
                .param("batch", batch)
                .param("changeSet", changeSet.number())
                .param("import", changeSet.importId().value())
                .update();
    }

    private void statements(int batch) {
        deleteOf("advisory.statement", batch);
        deleteOf("advisory.statement_key", batch);
        jdbc.sql("""
                INSERT INTO advisory.statement (record_id, number, code)
                SELECT w.record_id, s.number, s.code
                  FROM work w JOIN staged_statement s USING (ordinal)
                 WHERE w.batch = :batch
                """).param("batch", batch).update();
        jdbc.sql("""
                INSERT INTO advisory.statement_key (record_id, number, use, key, decision, code)
                SELECT w.record_id, k.number, k.use, k.key, k.decision, k.code
                  FROM work w JOIN staged_key k USING (ordinal)
                 WHERE w.batch = :batch
                """).param("batch", batch).update();
    }

    private void deleteOf(String table, int batch) {
        jdbc.sql("DELETE FROM %s WHERE record_id = ANY(SELECT record_id FROM work WHERE batch = :batch AND NOT created)"
                        .formatted(table))
                .param("batch", batch)
                .update();
    }

    private void revisions(int batch, ChangeSet changeSet) {
        jdbc.sql("""
                INSERT INTO advisory.record_revision (record_id, change_set, at, digest, state, modified, import_id)
                SELECT w.record_id, :changeSet, :now, s.digest, s.state, s.modified, :import
                  FROM work w JOIN staged_record s USING (ordinal)
                 WHERE w.batch = :batch
                """)
                .param("batch", batch)
                .param("changeSet", changeSet.number())
                .param("now", Timestamp.from(changeSet.at()))
                .param("import", changeSet.importId().value())
                .update();
    }
}
