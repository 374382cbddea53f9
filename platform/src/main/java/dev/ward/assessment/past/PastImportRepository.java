package dev.ward.assessment.past;

import dev.ward.assessment.VexId;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PastImportRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PastImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return false when it is of a document that was brought already
    boolean insert(PastImport of, Actor actor) {
        return jdbc.sql("""
                INSERT INTO assessment.past_import (id, name, content_type, sha256, size, actor_kind, actor_id, actor_name,
                                                    received_at, state, vex_id)
                VALUES (:id, :name, :type, :sha256, :size, :actorKind, :actorId, :actorName, :received, :state, :vex)
                    ON CONFLICT (vex_id) WHERE vex_id IS NOT NULL DO NOTHING
                """)
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
                        .param("vex", of.vex() == null ? null : of.vex().value())
                        .update()
                == 1;
    }

    void looked(UUID id, FilePreview preview) {
        jdbc.sql("UPDATE assessment.past_import SET form = :form::jsonb WHERE id = :id")
                .param("id", id)
                .param("form", json.writeValueAsString(preview))
                .update();
    }

    /// Orders work on a file, unless it is worked on. What was applied is only ever applied again.
    ///
    /// @param mapping  null for what is no table
    /// @return false when it was not for ordering
    boolean order(UUID id, ImportState state, @Nullable PastMapping mapping, JobId job) {
        return jdbc.sql("""
                UPDATE assessment.past_import
                   SET state = :state, mapping = :mapping::jsonb, job_id = :job, problem = NULL, ended_at = NULL
                 WHERE id = :id
                   AND (state IN ('received', 'checked', 'failed') OR state = 'applied' AND :state = 'applying')
                """)
                        .param("id", id)
                        .param("state", state.word())
                        .param("mapping", mapping == null ? null : json.writeValueAsString(PastMappingBody.of(mapping)))
                        .param("job", job.value())
                        .update()
                == 1;
    }

    void counted(UUID id, PastImport.Counts counts) {
        jdbc.sql("""
                UPDATE assessment.past_import
                   SET read = :read, created = :created, changed = :changed, unchanged = :unchanged, older = :older,
                       refused = :refused, warned = :warned
                 WHERE id = :id
                """)
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

    void end(UUID id, ImportState state, @Nullable String problem, Instant now) {
        jdbc.sql("UPDATE assessment.past_import SET state = :state, problem = :problem, ended_at = :now WHERE id = :id")
                .param("id", id)
                .param("state", state.word())
                .param("problem", problem)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What became of a document of our own.
    Optional<PastImport> findByVex(VexId vex) {
        return jdbc.sql("SELECT * FROM assessment.past_import WHERE vex_id = :vex")
                .param("vex", vex.value())
                .query((row, _) -> imported(row))
                .optional();
    }

    /// For whoever works on it.
    Optional<PastImport> find(UUID id) {
        return jdbc.sql("SELECT * FROM assessment.past_import WHERE id = :id")
                .param("id", id)
                .query((row, _) -> imported(row))
                .optional();
    }

    Optional<PastImport> find(Reader reader, UUID id) {
        return jdbc.sql("SELECT * FROM assessment.past_import i WHERE i.id = :id AND " + reader.sees("i"))
                .param("id", id)
                .query((row, _) -> imported(row))
                .optional();
    }

    /// The newest first.
    ///
    /// @param behind  the last of the part before; null for the first part
    List<PastImport> list(Reader reader, @Nullable UUID behind, int limit) {
        return jdbc.sql("""
                SELECT * FROM assessment.past_import i
                 WHERE (:behind::uuid IS NULL OR (i.received_at, i.id) <
                        (SELECT b.received_at, b.id FROM assessment.past_import b WHERE b.id = :behind::uuid))
                   AND %s
                 ORDER BY i.received_at DESC, i.id DESC
                 LIMIT :limit
                """.formatted(reader.sees("i")))
                .param("behind", behind)
                .param("limit", limit)
                .query((row, _) -> imported(row))
                .list();
    }

    /// A note and its place in the list.
    record Numbered(long number, PastNote note) {}

    /// In the order of lines.
    List<Numbered> notes(UUID id, boolean refused, long line, long number, int limit) {
        return jdbc.sql("""
                SELECT line, number, rule, field, heading, value, reason
                  FROM assessment.past_note
                 WHERE import_id = :id AND refused = :refused AND (line, number) > (:line, :number)
                 ORDER BY line, number
                 LIMIT :limit
                """)
                .param("id", id)
                .param("refused", refused)
                .param("line", line)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new Numbered(
                        row.getLong("number"),
                        new PastNote(
                                row.getLong("line"),
                                row.getString("field"),
                                row.getString("heading"),
                                row.getString("value"),
                                PastRule.of(row.getString("rule")),
                                row.getString("reason"))))
                .list();
    }

    /// How many notes of each rule are kept.
    Map<PastRule, Long> rules(UUID id) {
        Map<PastRule, Long> rules = new EnumMap<>(PastRule.class);
        jdbc.sql("SELECT rule, count(*) FROM assessment.past_note WHERE import_id = :id GROUP BY rule")
                .param("id", id)
                .query(row -> {
                    rules.put(PastRule.of(row.getString(1)), row.getLong(2));
                });
        return rules;
    }

    /// Words that were not known when the file was read last, the most frequent first.
    List<StrangeWord> strangeWords(UUID id, int most) {
        return jdbc.sql("""
                SELECT field, lower(btrim(value)) AS word, count(*) AS times
                  FROM assessment.past_note
                 WHERE import_id = :id AND refused AND rule = :rule
                 GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT :most
                """)
                .param("id", id)
                .param("rule", PastRule.WRONG_WORD.word())
                .param("most", most)
                .query((row, _) -> new StrangeWord(
                        PastField.of(row.getString("field")).orElseThrow(),
                        row.getString("word"),
                        row.getLong("times")))
                .list();
    }

    void clearNotes(UUID id) {
        jdbc.sql("DELETE FROM assessment.past_note WHERE import_id = :id")
                .param("id", id)
                .update();
    }

    /// The mappings of the last files that were applied, the newest first.
    List<PastMapping> lastMappings(Reader reader) {
        return jdbc.sql("SELECT mapping FROM assessment.past_import i WHERE i.state = 'applied' AND " + reader.sees("i")
                        + " ORDER BY i.received_at DESC LIMIT 10")
                .query((row, _) -> mapping(row.getString(1)))
                .list();
    }

    private PastMapping mapping(String text) {
        return json.readValue(text, PastMappingBody.class).mapping();
    }

    private PastImport imported(ResultSet row) throws SQLException {
        String form = row.getString("form");
        String mapping = row.getString("mapping");
        UUID job = row.getObject("job_id", UUID.class);
        UUID vex = row.getObject("vex_id", UUID.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new PastImport(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("content_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("actor_name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                ImportState.of(row.getString("state")),
                vex == null ? null : new VexId(vex),
                form == null ? null : json.readValue(form, FilePreview.class),
                mapping == null ? null : mapping(mapping),
                job == null ? null : new JobId(job),
                row.getString("problem"),
                ended == null ? null : ended.toInstant(),
                new PastImport.Counts(
                        row.getLong("read"),
                        row.getLong("created"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("older"),
                        row.getLong("refused"),
                        row.getLong("warned")));
    }
}
