package dev.ward.sbom;

import dev.ward.audit.Actor;
import dev.ward.product.ReleaseId;
import dev.ward.standards.input.Unread;
import dev.ward.standards.sbom.SbomDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What becomes of uploads.
@Repository
class SnapshotRepository {

    private static final String UPLOAD =
            "SELECT s.snapshot_id, s.release_id, s.arrival, s.state, s.file_name, s.sha256, s.size, s.sequence"
                    + " FROM sbom.snapshot s ";

    private final JdbcClient jdbc;

    SnapshotRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets nobody else receive or complete a snapshot of the release until the transaction ends.
    void lock(ReleaseId release) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('sbom.release:' || :release, 0))::text")
                .param("release", release.value().toString())
                .query(String.class)
                .single();
    }

    void receive(Upload upload, String contentType, Actor actor, Instant now) {
        jdbc.sql("""
                INSERT INTO sbom.snapshot (snapshot_id, release_id, file_name, content_type, sha256, size,
                                           uploaded_at, uploaded_by_kind, uploaded_by_id, uploaded_by)
                VALUES (:id, :release, :fileName, :contentType, :sha256, :size, :now, :kind, :actor, :name)
                """)
                .param("id", upload.id().value())
                .param("release", upload.release().value())
                .param("fileName", StoredText.of(upload.fileName()))
                .param("contentType", StoredText.of(contentType))
                .param("sha256", upload.sha256())
                .param("size", upload.size())
                .param("now", Timestamp.from(now))
                .param("kind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("actor", actor.id())
                .param("name", actor.name())
                .update();
    }

    void workedOnBy(SnapshotId snapshot, UUID job) {
        jdbc.sql("UPDATE sbom.snapshot SET job_id = :job WHERE snapshot_id = :id")
                .param("job", job)
                .param("id", snapshot.value())
                .update();
    }

    Optional<Upload> find(SnapshotId id) {
        return jdbc.sql(UPLOAD + "WHERE s.snapshot_id = :id")
                .param("id", id.value())
                .query(SnapshotRepository::upload)
                .optional();
    }

    Optional<Upload> findCurrent(ReleaseId release) {
        return jdbc.sql(UPLOAD + "JOIN sbom.current_snapshot USING (snapshot_id) WHERE s.release_id = :release")
                .param("release", release.value())
                .query(SnapshotRepository::upload)
                .optional();
    }

    /// Why a file was refused.
    Optional<String> findRejection(SnapshotId id) {
        return jdbc.sql("SELECT what || ': ' || reason FROM sbom.rejected WHERE snapshot_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /// Ends an upload that is the current snapshot again, which from now on stands against older ones that
    /// are
    /// still being read.
    void unchanged(Upload upload, SnapshotId current, Instant now) {
        jdbc.sql("UPDATE sbom.snapshot SET confirmed = greatest(confirmed, :arrival) WHERE snapshot_id = :current")
                .param("arrival", upload.arrival())
                .param("current", current.value())
                .update();
        jdbc.sql("""
                UPDATE sbom.snapshot SET state = 'unchanged', ended_at = :now, same_as = :current
                 WHERE snapshot_id = :id
                """)
                .param("now", Timestamp.from(now))
                .param("current", current.value())
                .param("id", upload.id().value())
                .update();
    }

    void reject(SnapshotId id, Unread reason, Instant now) {
        jdbc.sql("UPDATE sbom.snapshot SET state = 'rejected', ended_at = :now WHERE snapshot_id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
        jdbc.sql("""
                INSERT INTO sbom.rejected (snapshot_id, rejected_at, line, place_column, pointer, what, reason)
                VALUES (:id, :now, :line, :column, :pointer, :what, :reason)
                """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .param("line", reason.location().line())
                .param("column", reason.location().column())
                .param("pointer", StoredText.of(reason.location().pointer()))
                .param("what", StoredText.of(reason.what()))
                .param("reason", StoredText.of(reason.reason()))
                .update();
    }

    /// Makes a snapshot readable, and current unless a later upload was faster.
    ///
    /// The sequence is numbered under a lock that is held to the end of the transaction, so that no snapshot
    /// commits behind one with a greater number.
    ///
    /// @return its sequence
    long complete(Upload upload, SbomDocument document, SnapshotTally tally, Instant now) {
        describe(upload.id(), document);
        count(upload.id(), tally);
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('sbom.sequence', 0))::text")
                .query(String.class)
                .single();
        long sequence = jdbc.sql("""
                UPDATE sbom.snapshot
                   SET state = 'completed', ended_at = :now, confirmed = arrival,
                       sequence = (SELECT coalesce(max(sequence), 0) + 1 FROM sbom.snapshot)
                 WHERE snapshot_id = :id
                RETURNING sequence
                """)
                .param("now", Timestamp.from(now))
                .param("id", upload.id().value())
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO sbom.current_snapshot AS c (release_id, snapshot_id) VALUES (:release, :id)
                    ON CONFLICT (release_id) DO UPDATE SET snapshot_id = excluded.snapshot_id
                 WHERE :arrival > (SELECT s.confirmed FROM sbom.snapshot s WHERE s.snapshot_id = c.snapshot_id)
                """)
                .param("release", upload.release().value())
                .param("id", upload.id().value())
                .param("arrival", upload.arrival())
                .update();
        return sequence;
    }

    private void describe(SnapshotId id, SbomDocument document) {
        jdbc.sql("""
                UPDATE sbom.snapshot
                   SET format = :format, spec_version = :specVersion, serial_number = :serialNumber,
                       document_version = :version, document_time = :time, authors = :authors, tools = :tools,
                       supplier = :supplier
                 WHERE snapshot_id = :id
                """)
                .param("format", document.format())
                .param("specVersion", StoredText.of(document.specVersion()))
                .param("serialNumber", StoredText.ofNullable(document.serialNumber()))
                .param("version", StoredText.ofNullable(document.version()))
                .param("time", storable(document.timestamp()))
                .param(
                        "authors",
                        document.authors().stream().map(StoredText::of).toArray(String[]::new))
                .param("tools", document.tools().stream().map(StoredText::of).toArray(String[]::new))
                .param("supplier", StoredText.ofNullable(document.supplier()))
                .param("id", id.value())
                .update();
    }

    /// Null for a time that no database date can hold, as an SBOM may state the year 999999999.
    private static @Nullable Timestamp storable(@Nullable Instant time) {
        boolean storable = time != null
                && time.isAfter(Instant.parse("0001-01-01T00:00:00Z"))
                && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
        return storable ? Timestamp.from(time) : null;
    }

    private void count(SnapshotId id, SnapshotTally tally) {
        jdbc.sql("""
                UPDATE sbom.snapshot
                   SET components = :components, with_purl = :withPurl, with_cpe = :withCpe,
                       with_version = :withVersion, with_supplier = :withSupplier, with_licence = :withLicence,
                       with_hash = :withHash, services = :services, dependencies = :dependencies, lost = :lost,
                       marked = :marked
                 WHERE snapshot_id = :id
                """)
                .param("components", tally.components())
                .param("withPurl", tally.withPurl())
                .param("withCpe", tally.withCpe())
                .param("withVersion", tally.withVersion())
                .param("withSupplier", tally.withSupplier())
                .param("withLicence", tally.withLicence())
                .param("withHash", tally.withHash())
                .param("services", tally.services())
                .param("dependencies", tally.dependencies())
                .param("lost", tally.lost())
                .param("marked", tally.marked())
                .param("id", id.value())
                .update();
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                new SnapshotId(row.getObject("snapshot_id", UUID.class)),
                new ReleaseId(row.getObject("release_id", UUID.class)),
                row.getLong("arrival"),
                Snapshot.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getLong("sequence"));
    }
}
