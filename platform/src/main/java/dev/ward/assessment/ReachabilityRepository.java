package dev.ward.assessment;

import dev.ward.document.StoredDocument;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReachabilityRepository {

    private final JdbcClient jdbc;

    ReachabilityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID entry, AssessmentId id, ReachabilityDraft draft, String by, Instant at) {
        jdbc.sql("""
                INSERT INTO assessment.reachability (id, assessment_id, release_id, component, reachable, tool, tool_version,
                            words, said_by, said_at)
                VALUES (:id, :assessment, :release, :component, :reachable, :tool, :version, :words, :by, :at)
                """)
                .param("id", entry)
                .param("assessment", id.value())
                .param("release", draft.release())
                .param("component", draft.component())
                .param("reachable", draft.reachable().word())
                .param("tool", draft.tool())
                .param("version", draft.toolVersion())
                .param("words", draft.words())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    long count(AssessmentId id) {
        return jdbc.sql("SELECT count(*) FROM assessment.reachability WHERE assessment_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    List<Reachability> list(AssessmentId id) {
        return jdbc.sql("SELECT * FROM assessment.reachability WHERE assessment_id = :id ORDER BY number DESC")
                .param("id", id.value())
                .query((row, _) -> reachability(row))
                .list();
    }

    private Reachability reachability(ResultSet row) throws SQLException {
        UUID entry = row.getObject("id", UUID.class);
        return new Reachability(
                entry,
                new ReachabilityDraft(
                        row.getObject("release_id", UUID.class),
                        row.getString("component"),
                        Worded.get(Reachable.values(), row.getString("reachable")),
                        row.getString("tool"),
                        row.getString("tool_version"),
                        row.getString("words")),
                row.getString("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                files(entry));
    }

    private List<Reachability.KeptFile> files(UUID entry) {
        return jdbc.sql("""
                SELECT id, name, sha256, size FROM assessment.reachability_file
                 WHERE reachability_id = :entry ORDER BY kept_at, id
                """)
                .param("entry", entry)
                .query((row, _) -> new Reachability.KeptFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getLong("size")))
                .list();
    }

    /// @return false when the same is kept with it already
    boolean attach(UUID id, UUID entry, String name, StoredDocument file, Instant at) {
        return jdbc.sql("""
                INSERT INTO assessment.reachability_file (id, reachability_id, name, sha256, size, kept_at)
                VALUES (:id, :entry, :name, :sha256, :size, :at)
                    ON CONFLICT DO NOTHING
                """)
                        .param("id", id)
                        .param("entry", entry)
                        .param("name", name)
                        .param("sha256", file.sha256())
                        .param("size", file.size())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
