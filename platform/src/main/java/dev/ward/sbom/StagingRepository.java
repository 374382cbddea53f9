package dev.ward.sbom;

import dev.ward.standards.codec.StoredKey;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Brings an SBOM's rows in: by COPY, and then in sets.
@Repository
class StagingRepository {

    /// Where rows are copied to. All but components go where they stay, unseen until their snapshot is
    /// completed.
    enum Target {
        COMPONENT("""
                sbom.staged_component (snapshot_id, number, public_id, digest, type, name, version, group_name,
                    supplier, manufacturer, purls, cpes, product_line, words, key_uses, keys, ref, parent, subject,
                    scope, line, place_column, pointer, licences, hashes, unread_identifiers)"""),
        SERVICE("sbom.service (snapshot_id, number, body)"),
        DEPENDENCY("sbom.dependency (snapshot_id, number, ref, depends_on)"),
        UNREAD("sbom.unread (snapshot_id, number, line, place_column, pointer, what, reason, lost)");

        private final String table;

        Target(String table) {
            this.table = table;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    StagingRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void copy(Target target, CopyText rows) {
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + target.table + " FROM STDIN", new StringReader(rows.toString()));
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("COPY into " + target + " broke off", e);
            }
        });
    }

    /// Removes what an earlier run left of a snapshot that is not completed.
    void wipe(SnapshotId snapshot) {
        for (String table :
                List.of("staged_component", "occurrence", "snapshot_component", "dependency", "service", "unread")) {
            jdbc.sql("DELETE FROM sbom.%s WHERE snapshot_id = :snapshot".formatted(table))
                    .param("snapshot", snapshot.value())
                    .update();
        }
    }

    void wipeStaged(SnapshotId snapshot) {
        jdbc.sql("DELETE FROM sbom.staged_component WHERE snapshot_id = :snapshot")
                .param("snapshot", snapshot.value())
                .update();
    }

    /// Adds the components that were not known, each with its keys: nobody sees one without them, as both
    /// are of one
    /// transaction.
    ///
    /// They are added in the order of their digests, so that two jobs with the same components wait for
    /// each other
    /// instead of standing in each other's way.
    ///
    /// @param after  rows behind this number
    /// @param upTo   and up to this one
    void addComponents(SnapshotId snapshot, int after, int upTo) {
        int added = jdbc.sql("""
                INSERT INTO sbom.component (public_id, digest, type, name, version, group_name, supplier,
                                            manufacturer, purls, cpes, product_line, words, keys_format)
                SELECT DISTINCT ON (s.digest)
                       s.public_id, s.digest, s.type, s.name, s.version, s.group_name, s.supplier,
                       s.manufacturer, s.purls, s.cpes, s.product_line, array_to_tsvector(s.words), :format
                  FROM sbom.staged_component s
                 WHERE s.snapshot_id = :snapshot AND s.number > :after AND s.number <= :upTo
                   AND NOT EXISTS (SELECT FROM sbom.component c WHERE c.digest = s.digest)
                 ORDER BY s.digest
                    ON CONFLICT (digest) DO NOTHING
                """)
                .param("snapshot", snapshot.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("format", StoredKey.FORMAT)
                .update();
        if (added > 0) {
            addKeys(snapshot, after, upTo);
        }
    }

    private void addKeys(SnapshotId snapshot, int after, int upTo) {
        jdbc.sql("""
                INSERT INTO sbom.component_key (component_id, use, key)
                SELECT c.component_id, k.use, k.key
                  FROM sbom.staged_component s
                  JOIN sbom.component c USING (digest)
                 CROSS JOIN unnest(s.key_uses, s.keys) AS k (use, key)
                 WHERE s.snapshot_id = :snapshot AND s.number > :after AND s.number <= :upTo
                   AND NOT EXISTS (SELECT FROM sbom.component_key old WHERE old.component_id = c.component_id)
                    ON CONFLICT (component_id, use, key) DO NOTHING
                """)
                .param("snapshot", snapshot.value())
                .param("after", after)
                .param("upTo", upTo)
                .update();
    }

    /// Notes where the snapshot's components stand.
    ///
    /// @param subjects  references of what the SBOM describes
    void addOccurrences(SnapshotId snapshot, int after, int upTo, List<String> subjects) {
        jdbc.sql("""
                INSERT INTO sbom.snapshot_component AS p (snapshot_id, component_id, occurrences)
                SELECT s.snapshot_id, c.component_id, count(*)
                  FROM sbom.staged_component s
                  JOIN sbom.component c USING (digest)
                 WHERE s.snapshot_id = :snapshot AND s.number > :after AND s.number <= :upTo
                 GROUP BY s.snapshot_id, c.component_id
                    ON CONFLICT (snapshot_id, component_id)
                    DO UPDATE SET occurrences = p.occurrences + excluded.occurrences
                """)
                .param("snapshot", snapshot.value())
                .param("after", after)
                .param("upTo", upTo)
                .update();
        jdbc.sql("""
                INSERT INTO sbom.occurrence (snapshot_id, number, component_id, ref, parent, subject, scope, line,
                                             place_column, pointer, licences, hashes, unread_identifiers)
                SELECT s.snapshot_id, s.number, c.component_id, s.ref, s.parent,
                       s.subject OR coalesce(s.ref = ANY (:subjects), false), s.scope, s.line,
                       s.place_column, s.pointer, s.licences, s.hashes, s.unread_identifiers
                  FROM sbom.staged_component s
                  JOIN sbom.component c USING (digest)
                 WHERE s.snapshot_id = :snapshot AND s.number > :after AND s.number <= :upTo
                """)
                .param("snapshot", snapshot.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }
}
