package dev.ward.report;

import dev.ward.audit.Actor;
import dev.ward.regulation.EvidenceEntry.NamedFile;
import dev.ward.report.KeptDraft.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeptRepository {

    private static final String SELECT = """
            SELECT k.id, k.kind, k.version, k.report_number, k.sha256, k.consignees_sha256, k.missing, k.kept_at,
                   k.keeper_name, s.moment, s.receipt, s.file_name, s.evidence_id, s.entered_at, s.enterer_name
              FROM report.kept k
              LEFT JOIN report.submission s ON s.kept_id = k.id
            """;

    private final JdbcClient jdbc;

    KeptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of all kinds, the newest first.
    List<KeptDraft> of(UUID caseId) {
        return jdbc.sql(SELECT + " WHERE k.case_id = :case ORDER BY k.kind, k.version DESC")
                .param("case", caseId)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<KeptDraft> find(UUID caseId, DraftKind kind, int version) {
        return jdbc.sql(SELECT + " WHERE k.case_id = :case AND k.kind = :kind AND k.version = :version")
                .param("case", caseId)
                .param("kind", kind.slug())
                .param("version", version)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Its JSON, as it was signed.
    String content(UUID id) {
        return jdbc.sql("SELECT content FROM report.kept WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /// The number under which a report of the case was submitted first.
    Optional<String> submittedNumber(UUID caseId) {
        return jdbc.sql("""
                SELECT k.report_number FROM report.kept k JOIN report.submission s ON s.kept_id = k.id
                 WHERE k.case_id = :case AND k.report_number IS NOT NULL ORDER BY s.entered_at LIMIT 1
                """).param("case", caseId).query(String.class).optional();
    }

    /// Lets nobody else keep a draft of the case until the transaction ends.
    int next(UUID caseId, DraftKind kind) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(:case))")
                .param("case", "report.kept " + caseId)
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT coalesce(max(version), 0) + 1 FROM report.kept WHERE case_id = :case AND kind = :kind")
                .param("case", caseId)
                .param("kind", kind.slug())
                .query(Integer.class)
                .single();
    }

    void insert(UUID caseId, KeptDraft one, String content, Actor by) {
        jdbc.sql("""
                INSERT INTO report.kept (id, case_id, kind, version, report_number, content, sha256, consignees_sha256,
                                         missing, kept_at, kept_by, keeper_name)
                VALUES (:id, :case, :kind, :version, :number, :content, :sha256, :consignees, :missing, :at, :by, :name)
                """)
                .param("id", one.id())
                .param("case", caseId)
                .param("kind", one.kind().slug())
                .param("version", one.version())
                .param("number", one.reportNumber())
                .param("content", content)
                .param("sha256", one.sha256())
                .param("consignees", one.consignees())
                .param("missing", one.missing())
                .param("at", one.kept().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    void insert(UUID id, Submission one, @Nullable NamedFile file, @Nullable UUID evidence, Actor by) {
        jdbc.sql("""
                INSERT INTO report.submission (kept_id, moment, receipt, file_id, file_name, file_sha256, evidence_id,
                                               entered_at, entered_by, enterer_name)
                VALUES (:id, :moment, :receipt, :file::uuid, :fileName, :sha256, :evidence::uuid, :at, :by, :name)
                """)
                .param("id", id)
                .param("moment", one.moment())
                .param("receipt", one.receipt())
                .param("file", file == null ? null : file.id().toString())
                .param("fileName", file == null ? null : file.name())
                .param("sha256", file == null ? null : file.sha256())
                .param("evidence", evidence == null ? null : evidence.toString())
                .param("at", one.entered().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    boolean keepsDocument(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM report.kept WHERE consignees_sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static KeptDraft read(ResultSet row) throws SQLException {
        String moment = row.getString("moment");
        return new KeptDraft(
                row.getObject("id", UUID.class),
                DraftKind.of(row.getString("kind")).orElseThrow(),
                row.getInt("version"),
                row.getString("report_number"),
                row.getString("sha256"),
                row.getString("consignees_sha256"),
                row.getInt("missing"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                row.getString("keeper_name"),
                moment == null
                        ? null
                        : new Submission(
                                moment,
                                row.getString("receipt"),
                                row.getString("file_name"),
                                row.getString("evidence_id") != null,
                                row.getObject("entered_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("enterer_name")),
                List.of());
    }
}
