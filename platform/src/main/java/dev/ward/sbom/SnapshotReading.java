package dev.ward.sbom;

import dev.ward.identity.Reader;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Snapshot.Contents;
import dev.ward.sbom.Snapshot.Rejection;
import dev.ward.sbom.Snapshots.Troubled;
import dev.ward.standards.input.Location;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads snapshots as people and programs see them.
@Repository
class SnapshotReading {

    private static final String SNAPSHOT = """
            SELECT s.*, c.snapshot_id IS NOT NULL AS current, r.what, r.reason, r.line, r.place_column, r.pointer
              FROM sbom.snapshot s
              LEFT JOIN sbom.current_snapshot c USING (snapshot_id)
              LEFT JOIN sbom.rejected r USING (snapshot_id)
             WHERE %s AND\s""";

    private final JdbcClient jdbc;

    SnapshotReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Snapshot> list(ReleaseId release, Reader reader) {
        return jdbc.sql(SNAPSHOT.formatted(reader.sees("s"))
                        + "s.release_id = :release ORDER BY s.arrival DESC LIMIT 1000")
                .param("release", release.value())
                .query(SnapshotReading::snapshot)
                .list();
    }

    Optional<Snapshot> findCurrent(ReleaseId release, Reader reader) {
        return jdbc.sql(SNAPSHOT.formatted(reader.sees("s")) + "c.release_id = :release")
                .param("release", release.value())
                .query(SnapshotReading::snapshot)
                .optional();
    }

    Optional<Snapshot> find(SnapshotId id, Reader reader) {
        return jdbc.sql(SNAPSHOT.formatted(reader.sees("s")) + "s.snapshot_id = :id")
                .param("id", id.value())
                .query(SnapshotReading::snapshot)
                .optional();
    }

    List<Troubled> troubled(Reader reader, int most) {
        return jdbc.sql("""
                SELECT s.snapshot_id, concat_ws(' ', r.product_name, r.model_name, r.version) AS release,
                       coalesce(s.lost, 0) AS lost
                  FROM sbom.snapshot s
                  JOIN product.published_release r USING (release_id)
                 WHERE %s AND NOT r.archived
                   AND (s.state = 'rejected'
                        AND NOT EXISTS (SELECT FROM sbom.snapshot later
                                         WHERE later.release_id = s.release_id AND later.arrival > s.arrival)
                        OR s.lost > 0
                        AND EXISTS (SELECT FROM sbom.current_snapshot c WHERE c.snapshot_id = s.snapshot_id))
                 ORDER BY s.arrival DESC LIMIT :most
                """.formatted(reader.sees("s")))
                .param("most", most)
                .query((row, number) -> new Troubled(
                        new SnapshotId(row.getObject("snapshot_id", UUID.class)),
                        row.getString("release"),
                        row.getInt("lost")))
                .list();
    }

    /// @param query  a `tsquery`; null for all
    /// @param after  only those with a greater number
    List<Occurrence> occurrences(SnapshotId id, @Nullable String query, long after, int most) {
        return jdbc.sql("""
                SELECT o.*, c.public_id, c.type, c.name, c.version, c.group_name, c.supplier, c.manufacturer,
                       c.purls, c.cpes
                  FROM sbom.occurrence o
                  JOIN sbom.component c USING (component_id)
                 WHERE o.snapshot_id = :id AND o.number > :after
                   AND (:query::text IS NULL OR c.words @@ :query::tsquery)
                 ORDER BY o.number LIMIT :most
                """)
                .param("id", id.value())
                .param("after", after)
                .param("query", query)
                .param("most", most)
                .query(SnapshotReading::occurrence)
                .list();
    }

    List<UnreadPart> unread(SnapshotId id, long after, int most) {
        return jdbc.sql("""
                SELECT number, line, place_column, pointer, what, reason, lost FROM sbom.unread
                 WHERE snapshot_id = :id AND number > :after ORDER BY number LIMIT :most
                """)
                .param("id", id.value())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new UnreadPart(
                        row.getInt("number"),
                        location(row),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getBoolean("lost")))
                .list();
    }

    /// Packages of which only one of the snapshots has some component, with those components' versions.
    List<SnapshotDiff.Line> differences(SnapshotId from, SnapshotId to, int most) {
        return jdbc.sql("""
                WITH one AS (SELECT component_id, false AS later FROM sbom.snapshot_component
                              WHERE snapshot_id = :from AND component_id NOT IN
                                    (SELECT component_id FROM sbom.snapshot_component WHERE snapshot_id = :to)
                              UNION ALL
                             SELECT component_id, true FROM sbom.snapshot_component
                              WHERE snapshot_id = :to AND component_id NOT IN
                                    (SELECT component_id FROM sbom.snapshot_component WHERE snapshot_id = :from))
                SELECT c.product_line, min(c.name) AS name,
                       coalesce(array_agg(DISTINCT coalesce(c.version, '')) FILTER (WHERE NOT one.later), '{}')
                           AS before,
                       coalesce(array_agg(DISTINCT coalesce(c.version, '')) FILTER (WHERE one.later), '{}') AS after
                  FROM one JOIN sbom.component c USING (component_id)
                 GROUP BY c.product_line
                 ORDER BY min(lower(c.name)), c.product_line LIMIT :most
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("most", most)
                .query((row, number) -> new SnapshotDiff.Line(
                        row.getString("product_line"),
                        row.getString("name"),
                        texts(row.getArray("before")),
                        texts(row.getArray("after"))))
                .list();
    }

    private static Occurrence occurrence(ResultSet row, int number) throws SQLException {
        return new Occurrence(
                row.getInt("number"),
                KnownComponent.of(row.getObject("public_id", UUID.class), ComponentRepository.identity(row)),
                row.getString("ref"),
                row.getString("parent"),
                row.getBoolean("subject"),
                row.getString("scope"),
                location(row),
                texts(row.getArray("licences")),
                texts(row.getArray("hashes")),
                texts(row.getArray("unread_identifiers")));
    }

    private static Snapshot snapshot(ResultSet row, int number) throws SQLException {
        Snapshot.State state = Snapshot.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        UUID same = row.getObject("same_as", UUID.class);
        return new Snapshot(
                new SnapshotId(row.getObject("snapshot_id", UUID.class)),
                new ReleaseId(row.getObject("release_id", UUID.class)),
                state,
                row.getBoolean("current"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by"),
                row.getObject("job_id", UUID.class),
                instant(row.getTimestamp("ended_at")),
                same == null ? null : new SnapshotId(same),
                state == Snapshot.State.COMPLETED ? contents(row) : null,
                state == Snapshot.State.REJECTED
                        ? new Rejection(location(row), row.getString("what"), row.getString("reason"))
                        : null);
    }

    private static Contents contents(ResultSet row) throws SQLException {
        return new Contents(
                row.getString("format"),
                row.getString("spec_version"),
                row.getString("serial_number"),
                row.getString("document_version"),
                instant(row.getTimestamp("document_time")),
                texts(row.getArray("authors")),
                texts(row.getArray("tools")),
                row.getString("supplier"),
                new SnapshotTally(
                        row.getInt("components"),
                        row.getInt("with_purl"),
                        row.getInt("with_cpe"),
                        row.getInt("with_version"),
                        row.getInt("with_supplier"),
                        row.getInt("with_licence"),
                        row.getInt("with_hash"),
                        row.getInt("services"),
                        row.getInt("dependencies"),
                        row.getInt("lost"),
                        row.getInt("marked")));
    }

    private static String location(ResultSet row) throws SQLException {
        return new Location(row.getLong("line"), row.getLong("place_column"), row.getString("pointer")).toString();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return ComponentRepository.texts(array).stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
