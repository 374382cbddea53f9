package dev.ward.table;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.job.JobId;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
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
import tools.jackson.databind.json.JsonMapper;

/// The files of one kind, in the table of the module that takes them. It has `id`, `name`,
/// `content_type`, `sha256`, `size`, `actor_kind`, `actor_id`, `actor_name`, `received_at`, `state`,
/// `form`, `mapping`, `job_id`, `problem` and `ended_at`, and of its own what need not be said when a
/// file comes.
public final class TableFiles<I extends TableImport> {

    private static final SortOrder NEWEST = SortOrder.descending("received");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String table;
    private final Reading<I> reading;

    /// Reads what the module keeps of its own.
    public interface Reading<I> {
        I of(ResultSet row, TableFile file) throws SQLException;
    }

    /// @param table  with its schema
    public TableFiles(JdbcClient jdbc, JsonMapper json, String table, Reading<I> reading) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = table;
        this.reading = reading;
    }

    public void insert(TableFile of, Actor actor) {
        jdbc.sql("""
                INSERT INTO %s (id, name, content_type, sha256, size, actor_kind, actor_id, actor_name, received_at, state)
                VALUES (:id, :name, :type, :sha256, :size, :actorKind, :actorId, :actorName, :received, :state)
                """.formatted(table))
                .param("id", of.id())
                .param("name", of.name())
                .param("type", of.contentType())
                .param("sha256", of.sha256())
                .param("size", of.size())
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("received", of.received().atOffset(ZoneOffset.UTC))
                .param("state", of.state().word())
                .update();
    }

    void looked(UUID id, FilePreview preview) {
        jdbc.sql("UPDATE %s SET form = :form::jsonb WHERE id = :id".formatted(table))
                .param("id", id)
                .param("form", json.writeValueAsString(preview))
                .update();
    }

    /// Orders work on a file, unless it is worked on.
    ///
    /// @param mapping  as it is kept; null for what is no table
    /// @param again    whether what was applied may be applied once more
    /// @return false when it was not for ordering
    public boolean order(UUID id, ImportState state, @Nullable Object mapping, JobId job, boolean again) {
        return jdbc.sql("""
                UPDATE %s
                   SET state = :state, mapping = :mapping::jsonb, job_id = :job, problem = NULL, ended_at = NULL
                 WHERE id = :id
                   AND (state IN ('received', 'checked', 'failed')
                        OR :again AND state = 'applied' AND :state = 'applying')
                """.formatted(table))
                        .param("id", id)
                        .param("state", state.word())
                        .param("mapping", mapping == null ? null : json.writeValueAsString(mapping))
                        .param("job", job.value())
                        .param("again", again)
                        .update()
                == 1;
    }

    /// Says what came out of a check or an application.
    public void counted(UUID id, TableCounts counts) {
        jdbc.sql("""
                UPDATE %s
                   SET read = :read, created = :created, changed = :changed, unchanged = :unchanged, older = :older,
                       refused = :refused, warned = :warned
                 WHERE id = :id
                """.formatted(table))
                .param("id", id)
                .param("read", counts.read())
                .param("created", counts.created())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("older", counts.older())
                .param("refused", counts.refused())
                .param("warned", counts.warned())
                .update();
    }

    public void end(UUID id, ImportState state, @Nullable String problem, Instant now) {
        jdbc.sql("UPDATE %s SET state = :state, problem = :problem, ended_at = :now WHERE id = :id".formatted(table))
                .param("id", id)
                .param("state", state.word())
                .param("problem", problem)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// For whoever works on it.
    public Optional<I> find(UUID id) {
        return jdbc.sql("SELECT * FROM %s WHERE id = :id".formatted(table))
                .param("id", id)
                .query((row, _) -> imported(row))
                .optional();
    }

    public Optional<I> find(Reader reader, UUID id) {
        return jdbc.sql("SELECT * FROM %s i WHERE i.id = :id AND %s".formatted(table, reader.sees("i")))
                .param("id", id)
                .query((row, _) -> imported(row))
                .optional();
    }

    /// The newest first.
    ///
    /// @param after  a cursor; null for the beginning
    public Slice<I> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        List<I> files = jdbc.sql("""
                SELECT * FROM {table} i
                 WHERE (:behind::uuid IS NULL OR (i.received_at, i.id) <
                        (SELECT b.received_at, b.id FROM {table} b WHERE b.id = :behind::uuid))
                   AND {seen}
                 ORDER BY i.received_at DESC, i.id DESC
                 LIMIT :limit
                """.replace("{table}", table).replace("{seen}", reader.sees("i")))
                .param("behind", cursor == null ? null : cursor.uuid(0))
                .param("limit", limit + 1)
                .query((row, _) -> imported(row))
                .list();
        return Slice.of(files, limit, one -> Cursor.of(NEWEST, one.file().id()));
    }

    private I imported(ResultSet row) throws SQLException {
        String form = row.getString("form");
        UUID job = row.getObject("job_id", UUID.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return reading.of(
                row,
                new TableFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("actor_name"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        ImportState.of(row.getString("state")),
                        form == null ? null : json.readValue(form, FilePreview.class),
                        job == null ? null : new JobId(job),
                        row.getString("problem"),
                        ended == null ? null : ended.toInstant()));
    }
}
