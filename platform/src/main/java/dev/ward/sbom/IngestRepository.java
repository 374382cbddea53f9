package dev.ward.sbom;

import dev.ward.database.Uuids;
import dev.ward.standards.codec.StoredKey;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.sbom.Component;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what is in an SBOM. Each of these runs in a transaction of its own; nobody sees the rows before the snapshot
/// is completed.
@Repository
class IngestRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    IngestRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Removes what an earlier run left of a snapshot that is not completed.
    void wipe(SnapshotId snapshot) {
        for (String table : List.of("occurrence", "snapshot_component", "dependency", "service", "unread")) {
            jdbc.sql("DELETE FROM sbom.%s WHERE snapshot_id = :snapshot".formatted(table))
                    .param("snapshot", snapshot.value())
                    .update();
        }
    }

    /// Stores a stretch of an SBOM. Were the machine to lose it, the whole upload would be read again: no need to wait
    /// for the disk.
    void store(SnapshotId snapshot, SbomBatch batch) {
        jdbc.sql("SET LOCAL synchronous_commit = off").update();
        Map<String, Long> known = components(batch.identities());
        CopyText occurrences = new CopyText();
        for (SbomBatch.Part part : batch.components()) {
            occurrence(snapshot, part, Objects.requireNonNull(known.get(part.digest())), occurrences);
        }
        copy("""
                sbom.occurrence (snapshot_id, number, component_id, ref, parent, subject, scope, line, place_column,
                                 pointer, licences, hashes, unread_identifiers)""", occurrences);
        copy("sbom.service (snapshot_id, number, body)", batch.services());
        copy("sbom.dependency (snapshot_id, number, ref, depends_on)", batch.dependencies());
        copy("sbom.unread (snapshot_id, number, line, place_column, pointer, what, reason, lost)", batch.unread());
    }

    private static void occurrence(SnapshotId snapshot, SbomBatch.Part part, long id, CopyText rows) {
        Component component = part.component();
        rows.text(snapshot.toString())
                .number(part.number())
                .number(id)
                .text(component.ref())
                .text(component.parent())
                .flag(component.subject())
                .text(component.scope())
                .number(component.location().line())
                .number(component.location().column())
                .text(component.location().pointer())
                .texts(component.licences())
                .texts(component.hashes().stream()
                        .map(hash -> hash.algorithm() + ":" + hash.value())
                        .toList())
                .texts(component.unreadIdentifiers())
                .endRow();
    }

    /// The ids of all, of which those that were not known are added.
    private Map<String, Long> components(Map<String, StoredIdentity> identities) {
        Map<String, Long> known = find(identities.keySet());
        Map<String, StoredIdentity> missing = new HashMap<>(identities);
        missing.keySet().removeAll(known.keySet());
        if (!missing.isEmpty()) {
            add(missing);
            known.putAll(find(missing.keySet()));
        }
        return known;
    }

    private Map<String, Long> find(Collection<String> digests) {
        Map<String, Long> found = new HashMap<>();
        if (!digests.isEmpty()) {
            jdbc.sql("SELECT encode(digest, 'hex'), component_id FROM sbom.component WHERE digest = ANY(:digests)")
                    .param(
                            "digests",
                            digests.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                    .query(row -> {
                        found.put(row.getString(1), row.getLong(2));
                    });
        }
        return found;
    }

    /// Adds components, each with its keys: nobody sees one without them, as both are of one transaction.
    ///
    /// They are added in the order of their digests, so that two jobs with the same components wait for each other
    /// instead of standing in each other's way.
    private void add(Map<String, StoredIdentity> missing) {
        jdbc.sql("""
                CREATE TEMP TABLE IF NOT EXISTS staged_component (
                    public_id uuid, digest bytea, type text, name text, version text, group_name text, supplier text,
                    manufacturer text, purls text[], cpes text[], product_line text, words text[],
                    key_uses smallint[], keys text[]
                ) ON COMMIT DELETE ROWS
                """).update();
        CopyText rows = new CopyText();
        missing.forEach((digest, identity) -> row(digest, identity, rows));
        copy("staged_component", rows);
        jdbc.sql("""
                INSERT INTO sbom.component (public_id, digest, type, name, version, group_name, supplier,
                                            manufacturer, purls, cpes, product_line, words, keys_format)
                SELECT s.public_id, s.digest, s.type, s.name, s.version, s.group_name, s.supplier,
                       s.manufacturer, s.purls, s.cpes, s.product_line, array_to_tsvector(s.words), :format
                  FROM staged_component s
                 ORDER BY s.digest
                    ON CONFLICT (digest) DO NOTHING
                """).param("format", StoredKey.FORMAT).update();
        jdbc.sql("""
                INSERT INTO sbom.component_key (component_id, use, key)
                SELECT c.component_id, k.use, k.key
                  FROM staged_component s
                  JOIN sbom.component c USING (public_id)
                 CROSS JOIN unnest(s.key_uses, s.keys) AS k (use, key)
                    ON CONFLICT (component_id, use, key) DO NOTHING
                """).update();
    }

    private static void row(String digest, StoredIdentity identity, CopyText rows) {
        List<String> uses = new ArrayList<>(4);
        List<String> keys = new ArrayList<>(4);
        for (MatchKeys.Key key : identity.keys()) {
            uses.add(String.valueOf(key.use().ordinal()));
            keys.add(key.text());
        }
        rows.text(Uuids.next().toString())
                .text("\\x" + digest)
                .text(identity.type())
                .text(identity.name())
                .text(identity.version())
                .text(identity.groupName())
                .text(identity.supplier())
                .text(identity.manufacturer())
                .texts(identity.purls())
                .texts(identity.cpes())
                .text(identity.line())
                .texts(SearchWords.of(identity))
                .texts(uses)
                .texts(keys)
                .endRow();
    }

    /// Sums up where the snapshot's components stand.
    ///
    /// @param subjects  references of what the SBOM describes, where it said so apart from the component
    void finish(SnapshotId snapshot, List<String> subjects) {
        jdbc.sql("""
                INSERT INTO sbom.snapshot_component (snapshot_id, component_id, occurrences)
                SELECT snapshot_id, component_id, count(*)
                  FROM sbom.occurrence
                 WHERE snapshot_id = :snapshot
                 GROUP BY snapshot_id, component_id
                """).param("snapshot", snapshot.value()).update();
        if (!subjects.isEmpty()) {
            jdbc.sql("""
                    UPDATE sbom.occurrence SET subject = true
                     WHERE snapshot_id = :snapshot AND ref = ANY(:subjects) AND NOT subject
                    """)
                    .param("snapshot", snapshot.value())
                    .param("subjects", subjects.toArray(String[]::new))
                    .update();
        }
    }

    private void copy(String table, CopyText rows) {
        if (rows.count() == 0) {
            return;
        }
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("COPY into " + table + " broke off", e);
            }
        });
    }
}
