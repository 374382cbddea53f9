package dev.ward.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Approved versions: written once, read for ever. Whoever asks has found their subject, which says
/// whether it may be
/// seen.
@Repository
class VersionRepository {

    private static final long LOCK = 0x5045_5246L;

    private static final String VERSIONS = """
            SELECT v.*,
                   (SELECT count(*) FROM performance.function f WHERE f.version_id = v.id) AS functions,
                   v.number = (SELECT max(l.number) FROM performance.version l
                                WHERE l.product_id = v.product_id AND l.model_id IS NOT DISTINCT FROM v.model_id) AS in_force
              FROM performance.version v
             WHERE v.product_id = :product AND v.model_id IS NOT DISTINCT FROM :model::uuid
            """;

    private final JdbcClient jdbc;

    VersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes a version, in the transaction at hand.
    ///
    /// @return its sequence
    long insert(PerformanceVersion version) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rows -> {});
        long sequence = jdbc.sql("""
                INSERT INTO performance.version (id, product_id, model_id, number, sequence, content, sha256, authors,
                                                 approved_at, approver_id, approver_name, approver_role, means)
                SELECT :id, :product, :model::uuid, :number, coalesce(max(sequence), 0) + 1, :content, :sha256,
                       :authors::jsonb, :at, :approver, :name, :role, :means
                  FROM performance.version
                RETURNING sequence
                """)
                .param("id", version.id())
                .param("product", version.subject().productId())
                .param("model", version.subject().modelId())
                .param("number", version.number())
                .param("content", version.content())
                .param("sha256", version.approval().sha256())
                .param("authors", StoredFunction.writeAuthors(version.authors()))
                .param("at", version.approval().at().atOffset(ZoneOffset.UTC))
                .param("approver", version.approval().accountId())
                .param("name", version.approval().name())
                .param("role", version.approval().role())
                .param("means", version.approval().means().name())
                .query(Long.class)
                .single();
        for (int i = 0; i < version.functions().size(); i++) {
            insert(version.id(), i + 1, version.functions().get(i));
        }
        return sequence;
    }

    private void insert(UUID version, int position, EssentialFunction function) {
        jdbc.sql("""
                INSERT INTO performance.function (version_id, function_id, position, name, worst_severity,
                                                  worst_severity_known, time_to_harm_seconds, time_to_harm_known, content)
                VALUES (:version, :id, :position, :name, :worst, :worstKnown, :seconds, :timeKnown, :content::jsonb)
                """)
                .param("version", version)
                .param("id", function.id().value())
                .param("position", position)
                .param("name", function.name())
                .param("worst", function.worst().name())
                .param("worstKnown", function.worstKnown())
                .param("seconds", function.counted().counted().toSeconds())
                .param("timeKnown", function.counted().known())
                .param("content", StoredFunction.write(function))
                .update();
    }

    Optional<PerformanceVersion> newest(Subject subject) {
        return find(subject, VERSIONS + " ORDER BY v.number DESC LIMIT 1", 0);
    }

    Optional<PerformanceVersion> find(Subject subject, int number) {
        return find(subject, VERSIONS + " AND v.number = :number", number);
    }

    private Optional<PerformanceVersion> find(Subject subject, String sql, int number) {
        return jdbc.sql(sql)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("number", number)
                .query((row, _) -> version(subject, row))
                .optional();
    }

    /// The newest first.
    ///
    /// @param from  the highest number to give
    List<VersionLine> list(Subject subject, int from, int rows) {
        return jdbc.sql(VERSIONS + " AND v.number <= :from ORDER BY v.number DESC LIMIT :rows")
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("from", from)
                .param("rows", rows)
                .query((row, _) -> new VersionLine(
                        row.getInt("number"), row.getBoolean("in_force"), row.getInt("functions"), approval(row)))
                .list();
    }

    private PerformanceVersion version(Subject subject, ResultSet row) throws SQLException {
        return new PerformanceVersion(
                row.getObject("id", UUID.class),
                subject,
                row.getInt("number"),
                row.getBoolean("in_force"),
                functions(row.getObject("id", UUID.class)),
                StoredFunction.readAuthors(row.getString("authors")),
                approval(row),
                row.getString("content"));
    }

    private List<EssentialFunction> functions(UUID version) {
        return jdbc.sql("SELECT content FROM performance.function WHERE version_id = :version ORDER BY position")
                .param("version", version)
                .query((row, _) -> StoredFunction.read(row.getString("content")))
                .list();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getString("approver_id"),
                row.getString("approver_name"),
                row.getString("approver_role"),
                DraftRepository.instant(row, "approved_at"),
                row.getString("sha256"),
                Approval.Means.valueOf(row.getString("means")));
    }
}
