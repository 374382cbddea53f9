package dev.ward.advisory;

import dev.ward.audit.Actor;
import dev.ward.document.StoredDocument;
import dev.ward.identity.Reader;
import dev.ward.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportRepository {

    private final JdbcClient jdbc;

    ImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportId id, Source source, Origin origin, JobId job, Actor actor, Instant now) {
        jdbc.sql("""
                INSERT INTO advisory.import
                       (import_id, source, name, origin, job_id, actor_kind, actor_id, actor_name, begun_at, outcome)
                VALUES (:id, :source, :name, :origin, :job, :actorKind, :actorId, :actorName, :now, 'running')
                """)
                .param("id", id.value())
                .param("source", source.word())
                .param("name", origin.name())
                .param("origin", origin.word())
                .param("job", job.value())
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    void arrived(ImportId id, StoredDocument document) {
        jdbc.sql("UPDATE advisory.import SET sha256 = :sha256, size = :size WHERE import_id = :id")
                .param("id", id.value())
                .param("sha256", document.sha256())
                .param("size", document.size())
                .update();
    }

    /// Whether a source was imported from this document, and of KEV, whose entries carry no date, whether
    /// that was the last that was heard.
    boolean isKnown(Source source, String sha256) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM advisory.import i
                     WHERE i.source = :source AND i.sha256 = :sha256 AND i.outcome = 'completed'
                       AND (NOT :last OR NOT EXISTS (
                            SELECT FROM advisory.import later
                             WHERE later.source = i.source AND later.outcome = 'completed'
                               AND later.ended_at > i.ended_at)))
                """)
                .param("source", source.word())
                .param("sha256", sha256)
                .param("last", source == Source.KEV)
                .query(Boolean.class)
                .single();
    }

    void told(ImportId id, long told, long older, long unread) {
        jdbc.sql("UPDATE advisory.import SET told = :told, older = :older, unread = :unread WHERE import_id = :id")
                .param("id", id.value())
                .param("told", told)
                .param("older", older)
                .param("unread", unread)
                .update();
    }

    /// Writes down when a catalogue was released.
    ///
    /// @return whether none that was heard to its end is newer
    boolean isNewest(ImportId id, Instant released) {
        jdbc.sql("UPDATE advisory.import SET released = :released WHERE import_id = :id")
                .param("id", id.value())
                .param("released", Timestamp.from(released))
                .update();
        return jdbc.sql("""
                SELECT NOT EXISTS (
                    SELECT FROM advisory.import i JOIN advisory.import other USING (source)
                     WHERE i.import_id = :id AND other.outcome = 'completed' AND other.released > i.released)
                """).param("id", id.value()).query(Boolean.class).single();
    }

    /// @return false when it had ended before
    boolean end(ImportId id, ImportOutcome outcome, @Nullable String problem, Instant now) {
        return jdbc.sql("""
                UPDATE advisory.import SET outcome = :outcome, problem = :problem, ended_at = :now
                 WHERE import_id = :id AND outcome = 'running'
                """)
                        .param("id", id.value())
                        .param("outcome", outcome.word())
                        .param("problem", problem)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void replaceUnread(ImportId id, List<UnreadPart> parts) {
        jdbc.sql("DELETE FROM advisory.unread WHERE import_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                INSERT INTO advisory.unread (import_id, number, input, place, what, reason, lost)
                SELECT :id, row_number() OVER (), u.*
                  FROM unnest(:inputs::text[], :places::text[], :whats::text[], :reasons::text[], :lost::boolean[]) u
                """)
                .param("id", id.value())
                .param("inputs", parts.stream().map(UnreadPart::input).toArray(String[]::new))
                .param("places", parts.stream().map(UnreadPart::place).toArray(String[]::new))
                .param("whats", parts.stream().map(UnreadPart::what).toArray(String[]::new))
                .param("reasons", parts.stream().map(UnreadPart::reason).toArray(String[]::new))
                .param("lost", parts.stream().map(UnreadPart::lost).toArray(Boolean[]::new))
                .update();
    }

    Optional<SourceImport> find(ImportId id) {
        return jdbc.sql("SELECT * FROM advisory.import WHERE import_id = :id")
                .param("id", id.value())
                .query(ImportRepository::imported)
                .optional();
    }

    Optional<SourceImport> find(Reader reader, ImportId id) {
        return jdbc.sql("SELECT * FROM advisory.import i WHERE import_id = :id AND %s".formatted(reader.sees("i")))
                .param("id", id.value())
                .query(ImportRepository::imported)
                .optional();
    }

    Optional<SourceImport> findByJob(Reader reader, JobId job) {
        return jdbc.sql("SELECT * FROM advisory.import i WHERE job_id = :job AND %s".formatted(reader.sees("i")))
                .param("job", job.value())
                .query(ImportRepository::imported)
                .optional();
    }

    /// The last import of a source that did not fail.
    Optional<SourceImport> lastHeard(Reader reader, Source source) {
        return jdbc.sql("""
                SELECT * FROM advisory.import i
                 WHERE source = :source AND outcome IN ('completed', 'nothing_new') AND %s
                 ORDER BY ended_at DESC LIMIT 1
                """.formatted(reader.sees("i")))
                .param("source", source.word())
                .query(ImportRepository::imported)
                .optional();
    }

    /// Of each source the last import that did not fail.
    Map<Source, SourceImport> lastHeard(Reader reader) {
        return bySource("""
                SELECT DISTINCT ON (source) * FROM advisory.import i
                 WHERE outcome IN ('completed', 'nothing_new') AND %s
                 ORDER BY source, ended_at DESC
                """.formatted(reader.sees("i")));
    }

    /// Of each source the last import, however it ended.
    Map<Source, SourceImport> last(Reader reader) {
        return bySource("""
                SELECT DISTINCT ON (source) * FROM advisory.import i
                 WHERE %s
                 ORDER BY source, begun_at DESC
                """.formatted(reader.sees("i")));
    }

    private Map<Source, SourceImport> bySource(String sql) {
        return jdbc.sql(sql).query(ImportRepository::imported).list().stream()
                .collect(Collectors.toMap(SourceImport::source, one -> one));
    }

    List<SourceImport> list(Reader reader, Source source, @Nullable ImportId behind, int limit) {
        return jdbc.sql("""
                SELECT * FROM advisory.import i
                 WHERE source = :source AND %s
                   AND (:behind::uuid IS NULL OR (begun_at, import_id) <
                        (SELECT begun_at, import_id FROM advisory.import WHERE import_id = :behind::uuid))
                 ORDER BY begun_at DESC, import_id DESC
                 LIMIT :limit
                """.formatted(reader.sees("i")))
                .param("source", source.word())
                .param("behind", behind == null ? null : behind.value())
                .param("limit", limit)
                .query(ImportRepository::imported)
                .list();
    }

    /// @param from  how many to leave out
    List<UnreadPart> unread(ImportId id, int from, int limit) {
        return jdbc.sql("""
                SELECT input, place, what, reason, lost FROM advisory.unread
                 WHERE import_id = :id AND number > :from ORDER BY number LIMIT :limit
                """)
                .param("id", id.value())
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> new UnreadPart(
                        row.getString("input"),
                        row.getString("place"),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getBoolean("lost")))
                .list();
    }

    private static SourceImport imported(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new SourceImport(
                new ImportId(row.getObject("import_id", UUID.class)),
                Source.find(row.getString("source")).orElseThrow(),
                row.getString("name"),
                new JobId(row.getObject("job_id", UUID.class)),
                row.getString("actor_name"),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                ImportOutcome.of(row.getString("outcome")),
                row.getString("problem"),
                row.getString("sha256"),
                row.getObject("size", Long.class),
                new ImportCounts(
                        row.getLong("told"),
                        row.getLong("created"),
                        row.getLong("revised"),
                        row.getLong("retired"),
                        row.getLong("older"),
                        row.getLong("unread")));
    }
}
