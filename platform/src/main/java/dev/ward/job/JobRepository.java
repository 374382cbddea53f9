package dev.ward.job;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JobRepository {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(JobId id, String kind, String subject, Map<String, String> payload, Actor actor, Instant now) {
        jdbc.sql("""
                INSERT INTO job.job
                       (job_id, kind, subject, payload, actor_kind, actor_id, actor_name, status, submitted_at)
                VALUES (:id, :kind, :subject, :payload::jsonb, :actorKind, :actorId, :actorName, 'queued', :now)
                """)
                .param("id", id.value())
                .param("kind", kind)
                .param("subject", subject)
                .param("payload", JSON.writeValueAsString(payload))
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// What one attempt needs to know.
    ///
    /// @param number  1 for the first attempt
    record Attempt(JobId id, int number, String kind, Map<String, String> payload, Actor actor) {}

    /// Begins an attempt, after which no earlier one can write.
    ///
    /// @return nothing when the job has ended
    Optional<Attempt> begin(JobId id, Instant now) {
        return jdbc.sql("""
                UPDATE job.job
                   SET status = 'running', attempt = attempt + 1, started_at = coalesce(started_at, :now)
                 WHERE job_id = :id AND status IN ('queued', 'running')
                RETURNING attempt, kind, payload, actor_kind, actor_id, actor_name
                """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Attempt(
                        id,
                        row.getInt("attempt"),
                        row.getString("kind"),
                        texts(row.getString("payload")),
                        new Actor(
                                Actor.Kind.valueOf(row.getString("actor_kind")),
                                row.getString("actor_id"),
                                row.getString("actor_name"))))
                .optional();
    }

    /// @return false when a later attempt has begun
    boolean step(Attempt attempt, String words, Instant now) {
        return jdbc.sql("""
                WITH current AS (
                    UPDATE job.job SET step = :words, done = 0, total = 0
                     WHERE job_id = :id AND attempt = :attempt AND status = 'running'
                    RETURNING job_id)
                INSERT INTO job.step (job_id, number, words, begun_at)
                SELECT job_id, (SELECT count(*) + 1 FROM job.step s WHERE s.job_id = :id), :words, :now FROM current
                """)
                        .param("id", attempt.id().value())
                        .param("attempt", attempt.number())
                        .param("words", words)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// @return false when a later attempt has begun
    boolean progress(Attempt attempt, long done, long total) {
        return jdbc.sql("""
                UPDATE job.job SET done = :done, total = :total
                 WHERE job_id = :id AND attempt = :attempt AND status = 'running'
                """)
                        .param("id", attempt.id().value())
                        .param("attempt", attempt.number())
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /// Puts a job back into the queue.
    void postpone(Attempt attempt, String words) {
        jdbc.sql("""
                UPDATE job.job SET status = 'queued', step = :words, done = 0, total = 0
                 WHERE job_id = :id AND attempt = :attempt AND status = 'running'
                """)
                .param("id", attempt.id().value())
                .param("attempt", attempt.number())
                .param("words", words)
                .update();
    }

    /// Lets no later attempt begin until the transaction ends.
    ///
    /// @return false when one has begun, or the job has ended
    boolean hold(Attempt attempt) {
        return jdbc.sql("""
                SELECT job_id FROM job.job
                 WHERE job_id = :id AND attempt = :attempt AND status = 'running'
                   FOR SHARE
                """)
                .param("id", attempt.id().value())
                .param("attempt", attempt.number())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// Lets no task wait for a day to which an earlier clock has put it off: no task waits longer than some seconds.
    void bringNear(Instant now) {
        jdbc.sql("""
                UPDATE job.scheduled_task
                   SET execution_time = least(execution_time, :now),
                       last_heartbeat = CASE WHEN last_heartbeat > :now THEN :now ELSE last_heartbeat END
                 WHERE execution_time > :far OR last_heartbeat > :far
                """)
                .param("now", Timestamp.from(now))
                .param("far", Timestamp.from(now.plusSeconds(60)))
                .update();
    }

    /// What the database's clock says, and when the newest job was handed in.
    record Times(Instant now, @Nullable Instant newest) {}

    Times times() {
        return jdbc.sql("SELECT clock_timestamp() AS now, (SELECT max(submitted_at) FROM job.job) AS newest")
                .query((row, _) -> new Times(row.getTimestamp("now").toInstant(), instant(row, "newest")))
                .single();
    }

    void complete(Attempt attempt, Map<String, String> result, Instant now) {
        end(attempt, JobStatus.COMPLETED, null, result, now);
    }

    void fail(Attempt attempt, String problem, Instant now) {
        end(attempt, JobStatus.FAILED, problem, Map.of(), now);
    }

    private void end(
            Attempt attempt, JobStatus status, @Nullable String problem, Map<String, String> result, Instant now) {
        jdbc.sql("""
                UPDATE job.job SET status = :status, problem = :problem, result = :result::jsonb, ended_at = :now
                 WHERE job_id = :id AND attempt = :attempt AND status = 'running'
                """)
                .param("id", attempt.id().value())
                .param("attempt", attempt.number())
                .param("status", status.word())
                .param("problem", problem)
                .param("result", JSON.writeValueAsString(result))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Job> find(JobId id) {
        return jdbc.sql("SELECT * FROM job.job WHERE job_id = :id")
                .param("id", id.value())
                .query(JobRepository::job)
                .optional();
    }

    Optional<Job> find(Reader reader, JobId id) {
        return jdbc.sql("SELECT * FROM job.job j WHERE job_id = :id AND %s".formatted(reader.sees("j")))
                .param("id", id.value())
                .query(JobRepository::job)
                .optional();
    }

    /// Until the transaction ends, nobody else passes here for the same kind.
    void lock(String kind) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('job.kind:' || :kind, 0))::text")
                .param("kind", kind)
                .query(String.class)
                .optional();
    }

    Optional<Job> underWay(String kind) {
        return jdbc.sql("""
                SELECT * FROM job.job WHERE kind = :kind AND status IN ('queued', 'running')
                 ORDER BY submitted_at LIMIT 1
                """).param("kind", kind).query(JobRepository::job).optional();
    }

    Optional<Job> newest(Reader reader, String kind) {
        return jdbc.sql("""
                SELECT * FROM job.job j WHERE kind = :kind AND %s ORDER BY submitted_at DESC, job_id DESC LIMIT 1
                """.formatted(reader.sees("j")))
                .param("kind", kind)
                .query(JobRepository::job)
                .optional();
    }

    List<Job> list(Reader reader, @Nullable JobId behind, int limit) {
        return jdbc.sql("""
                SELECT * FROM job.job j
                 WHERE (:behind::uuid IS NULL
                        OR (submitted_at, job_id) <
                           (SELECT submitted_at, job_id FROM job.job WHERE job_id = :behind::uuid))
                   AND %s
                 ORDER BY submitted_at DESC, job_id DESC
                 LIMIT :limit
                """.formatted(reader.sees("j")))
                .param("behind", behind == null ? null : behind.value())
                .param("limit", limit)
                .query(JobRepository::job)
                .list();
    }

    List<JobStep> steps(JobId id) {
        return jdbc.sql("SELECT words, begun_at FROM job.step WHERE job_id = :id ORDER BY number")
                .param("id", id.value())
                .query((row, _) -> new JobStep(
                        row.getString("words"), row.getTimestamp("begun_at").toInstant()))
                .list();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                new JobId(row.getObject("job_id", UUID.class)),
                row.getString("kind"),
                row.getString("subject"),
                JobStatus.of(row.getString("status")),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("problem"),
                texts(row.getString("result")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
