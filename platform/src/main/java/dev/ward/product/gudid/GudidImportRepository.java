package dev.ward.product.gudid;

import dev.ward.audit.Actor;
import dev.ward.document.StoredDocument;
import dev.ward.identity.Reader;
import dev.ward.job.JobId;
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

@Repository
class GudidImportRepository {

    private final JdbcClient jdbc;

    GudidImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, JobId job, String name, StoredDocument document, Actor actor, Instant now) {
        jdbc.sql("""
                INSERT INTO product.gudid_import
                       (id, job_id, name, sha256, outcome, author_kind, author_id, author_name, begun_at)
                VALUES (:id, :job, :name, :sha256, 'RUNNING', :kind, :author, :authorName, :now)
                """)
                .param("id", id)
                .param("job", job.value())
                .param("name", name)
                .param("sha256", document.sha256())
                .param("kind", actor.kind().name())
                .param("author", actor.id())
                .param("authorName", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Adds what one batch came to.
    void add(UUID id, GudidImport.Counts counts) {
        jdbc.sql("""
                UPDATE product.gudid_import
                   SET told = told + :told, created = created + :created, revised = revised + :revised,
                       unchanged = unchanged + :unchanged, older = older + :older
                 WHERE id = :id
                """)
                .param("id", id)
                .param("told", counts.told())
                .param("created", counts.created())
                .param("revised", counts.revised())
                .param("unchanged", counts.unchanged())
                .param("older", counts.older())
                .update();
    }

    /// @param unread   how many parts in all
    /// @param parts    the first of them
    /// @param problem  null when it came to its end
    void end(UUID id, long unread, List<UnreadRecord> parts, @Nullable String problem, Instant now) {
        jdbc.sql("DELETE FROM product.gudid_unread WHERE import_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                INSERT INTO product.gudid_unread (import_id, number, place, what, reason)
                SELECT :id, u.number, u.place, u.what, u.reason
                  FROM unnest(:places, :whats, :reasons) WITH ORDINALITY AS u (place, what, reason, number)
                """)
                .param("id", id)
                .param("places", parts.stream().map(UnreadRecord::place).toArray(String[]::new))
                .param("whats", parts.stream().map(UnreadRecord::what).toArray(String[]::new))
                .param("reasons", parts.stream().map(UnreadRecord::reason).toArray(String[]::new))
                .update();
        jdbc.sql("""
                UPDATE product.gudid_import
                   SET unread = :unread, outcome = :outcome, problem = :problem, ended_at = :now
                 WHERE id = :id
                """)
                .param("id", id)
                .param("unread", unread)
                .param("outcome", (problem == null ? GudidImport.Outcome.COMPLETED : GudidImport.Outcome.FAILED).name())
                .param("problem", problem)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<GudidImport> find(UUID id) {
        return jdbc.sql("SELECT * FROM product.gudid_import WHERE id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<GudidImport> find(Reader reader, UUID id) {
        return jdbc.sql("SELECT i.* FROM product.gudid_import i WHERE i.id = :id AND " + reader.sees("i"))
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// @param begun   of the last of the part before; null for the beginning
    List<GudidImport> list(Reader reader, @Nullable Instant begun, @Nullable UUID after, int rows) {
        return jdbc.sql("""
                SELECT i.* FROM product.gudid_import i
                 WHERE %s AND (cast(:begun AS timestamptz) IS NULL OR (i.begun_at, i.id) < (:begun, cast(:after AS uuid)))
                 ORDER BY i.begun_at DESC, i.id DESC LIMIT :rows
                """.formatted(reader.sees("i")))
                .param("begun", begun == null ? null : begun.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> read(row))
                .list();
    }

    List<UnreadRecord> unread(UUID id, int from, int rows) {
        return jdbc.sql("""
                SELECT place, what, reason FROM product.gudid_unread
                 WHERE import_id = :id AND number > :from ORDER BY number LIMIT :rows
                """)
                .param("id", id)
                .param("from", from)
                .param("rows", rows)
                .query(UnreadRecord.class)
                .list();
    }

    private static GudidImport read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new GudidImport(
                row.getObject("id", UUID.class),
                row.getObject("job_id", UUID.class),
                row.getString("name"),
                row.getString("sha256"),
                GudidImport.Outcome.valueOf(row.getString("outcome")),
                row.getString("problem"),
                row.getString("author_name"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                new GudidImport.Counts(
                        row.getLong("told"),
                        row.getLong("created"),
                        row.getLong("revised"),
                        row.getLong("unchanged"),
                        row.getLong("older"),
                        row.getLong("unread")));
    }
}
