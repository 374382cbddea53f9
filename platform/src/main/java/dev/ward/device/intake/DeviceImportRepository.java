package dev.ward.device.intake;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.job.JobId;
import dev.ward.table.FilePreview;
import dev.ward.table.ImportState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DeviceImportRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeviceImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(DeviceImport of, Actor actor) {
        jdbc.sql("""
                INSERT INTO device.import (id, name, content_type, sha256, size, actor_kind, actor_id, actor_name,
                                           received_at, as_of, state)
                VALUES (:id, :name, :type, :sha256, :size, :actorKind, :actorId, :actorName, :received, :asOf, :state)
                """)
                .param("id", of.id().value())
                .param("name", of.name())
                .param("type", of.contentType())
                .param("sha256", of.sha256())
                .param("size", of.size())
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("received", of.received().atOffset(ZoneOffset.UTC))
                .param("asOf", of.asOf().atOffset(ZoneOffset.UTC))
                .param("state", of.state().word())
                .update();
    }

    void looked(ImportId id, FilePreview preview) {
        jdbc.sql("UPDATE device.import SET form = :form::jsonb WHERE id = :id")
                .param("id", id.value())
                .param("form", json.writeValueAsString(preview))
                .update();
    }

    /// Orders work on a file, unless it is worked on or was applied.
    ///
    /// @return false when it was not for ordering
    boolean order(ImportId id, ImportState state, Mapping mapping, UUID feed, Instant asOf, JobId job) {
        return jdbc.sql("""
                UPDATE device.import
                   SET state = :state, mapping = :mapping::jsonb, feed = :feed, as_of = :asOf, job_id = :job,
                       problem = NULL, ended_at = NULL
                 WHERE id = :id AND state IN ('received', 'checked', 'failed')
                """)
                        .param("id", id.value())
                        .param("state", state.word())
                        .param("mapping", json.writeValueAsString(MappingBody.of(mapping)))
                        .param("feed", feed)
                        .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                        .param("job", job.value())
                        .update()
                == 1;
    }

    void counted(ImportId id, ImportCounts counts) {
        jdbc.sql("""
                UPDATE device.import
                   SET read = :read, created = :created, changed = :changed, unchanged = :unchanged, older = :older,
                       refused = :refused, warned = :warned, customers = :customers, sites = :sites,
                       shipments = :shipments
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("read", counts.read())
                .param("created", counts.created())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("older", counts.older())
                .param("refused", counts.refused())
                .param("warned", counts.warned())
                .param("customers", counts.customers())
                .param("sites", counts.sites())
                .param("shipments", counts.shipments())
                .update();
    }

    void end(ImportId id, ImportState state, @Nullable String problem, @Nullable Long changeSet, Instant now) {
        jdbc.sql("""
                UPDATE device.import SET state = :state, problem = :problem, change_set = :changeSet::bigint, ended_at = :now
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("state", state.word())
                .param("problem", problem)
                .param("changeSet", changeSet)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// For whoever works on it.
    Optional<DeviceImport> find(ImportId id) {
        return jdbc.sql("SELECT * FROM device.import WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> imported(row))
                .optional();
    }

    Optional<DeviceImport> find(Reader reader, ImportId id) {
        return jdbc.sql("SELECT * FROM device.import i WHERE i.id = :id AND " + reader.sees("i"))
                .param("id", id.value())
                .query((row, _) -> imported(row))
                .optional();
    }

    /// The newest first.
    List<DeviceImport> list(Reader reader, @Nullable ImportId behind, int limit) {
        return jdbc.sql("""
                SELECT * FROM device.import i
                 WHERE (:behind::uuid IS NULL OR (i.received_at, i.id) <
                        (SELECT b.received_at, b.id FROM device.import b WHERE b.id = :behind::uuid))
                   AND %s
                 ORDER BY i.received_at DESC, i.id DESC
                 LIMIT :limit
                """.formatted(reader.sees("i")))
                .param("behind", behind == null ? null : behind.value())
                .param("limit", limit)
                .query((row, _) -> imported(row))
                .list();
    }

    private DeviceImport imported(ResultSet row) throws SQLException {
        String form = row.getString("form");
        String mapping = row.getString("mapping");
        UUID job = row.getObject("job_id", UUID.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new DeviceImport(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("content_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("actor_name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                ImportState.of(row.getString("state")),
                form == null ? null : json.readValue(form, FilePreview.class),
                mapping == null
                        ? null
                        : json.readValue(mapping, MappingBody.class).mapping(),
                row.getObject("feed", UUID.class),
                job == null ? null : new JobId(job),
                row.getString("problem"),
                ended == null ? null : ended.toInstant(),
                row.getObject("change_set", Long.class),
                new ImportCounts(
                        row.getLong("read"),
                        row.getLong("created"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("older"),
                        row.getLong("refused"),
                        row.getLong("warned"),
                        row.getLong("customers"),
                        row.getLong("sites"),
                        row.getLong("shipments")));
    }
}
