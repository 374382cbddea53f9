package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ControlRepository {

    private static final String SELECT = """
            SELECT c.*, a.vulnerability, a.product_id, p.name AS product_name
              FROM assessment.compensating_control c
              JOIN assessment.assessment a ON a.id = c.assessment_id
              JOIN product.published_product p ON p.product_id = a.product_id
            """;

    private final JdbcClient jdbc;

    ControlRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ControlId id, Assessment against, ControlDraft draft, Instant now) {
        jdbc.sql("""
                INSERT INTO assessment.compensating_control (id, assessment_id, state, draft, expires_on, changed_at)
                VALUES (:id, :assessment, 'draft', :draft::jsonb, :expires, :now)
                """)
                .param("id", id.value())
                .param("assessment", against.id().value())
                .param("draft", CanonicalRecord.of(draft))
                .param("expires", draft.expires())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Holds it until the transaction ends.
    void lock(ControlId id) {
        jdbc.sql("SELECT revision FROM assessment.compensating_control WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    void change(ControlId id, ControlDraft draft, Instant now) {
        jdbc.sql("""
                UPDATE assessment.compensating_control
                   SET draft = :draft::jsonb, expires_on = :expires, revision = revision + 1, changed_at = :now
                 WHERE id = :id
                """)
                .param("draft", CanonicalRecord.of(draft))
                .param("expires", draft.expires())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void issue(ControlId id, Instant now) {
        jdbc.sql("""
                UPDATE assessment.compensating_control
                   SET state = 'issued', issued_at = :now, revision = revision + 1, changed_at = :now
                 WHERE id = :id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void verify(ControlId id, String how, String by, Instant now) {
        jdbc.sql("""
                UPDATE assessment.compensating_control
                   SET state = 'verified', verified = :how, verified_by = :by, verified_at = :now,
                       revision = revision + 1, changed_at = :now
                 WHERE id = :id
                """)
                .param("how", how)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void withdraw(ControlId id, String why, String by, Instant now) {
        jdbc.sql("""
                UPDATE assessment.compensating_control
                   SET state = 'withdrawn', withdrawn = :why, withdrawn_by = :by, withdrawn_at = :now,
                       revision = revision + 1, changed_at = :now
                 WHERE id = :id
                """)
                .param("why", why)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private static String seen(Reader reader) {
        return reader.sees("a") + " AND " + reader.seesRestricted("a.restricted_to");
    }

    Optional<CompensatingControl> find(Reader reader, ControlId id) {
        return jdbc.sql(SELECT + " WHERE c.id = :id AND " + seen(reader))
                .param("id", id.value())
                .query((row, _) -> control(row))
                .optional();
    }

    /// @param state  null for all
    List<CompensatingControl> list(
            Reader reader, @Nullable ControlState state, LocalDate today, long before, int rows) {
        return jdbc.sql(SELECT + """
                 WHERE c.number < :before
                   AND (:state::text IS NULL OR :state::text =
                        CASE WHEN c.state IN ('issued', 'verified') AND c.expires_on < :today THEN 'expired'
                             ELSE c.state END)
                   AND %s
                 ORDER BY c.number DESC LIMIT :rows
                """.formatted(seen(reader)))
                .param("before", before)
                .param("state", state == null ? null : state.word())
                .param("today", today)
                .param("rows", rows)
                .query((row, _) -> control(row))
                .list();
    }

    List<CompensatingControl> ofAssessments(Reader reader, Collection<UUID> ids) {
        return jdbc.sql(SELECT + " WHERE c.assessment_id = ANY (:ids) AND " + seen(reader) + " ORDER BY c.number DESC")
                .param("ids", ids.toArray(UUID[]::new), Types.ARRAY)
                .query((row, _) -> control(row))
                .list();
    }

    List<CompensatingControl> ofRelease(Reader reader, UUID release) {
        return jdbc.sql(SELECT + """
                 WHERE c.state IN ('issued', 'verified')
                   AND EXISTS (SELECT FROM assessment.presence r
                                WHERE r.assessment_id = a.id AND r.release_id = :release AND r.presence <> 'absent')
                   AND %s
                 ORDER BY c.number DESC
                """.formatted(seen(reader)))
                .param("release", release)
                .query((row, _) -> control(row))
                .list();
    }

    private static CompensatingControl control(ResultSet row) throws SQLException {
        return new CompensatingControl(
                row.getLong("number"),
                new ControlId(row.getObject("id", UUID.class)),
                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                row.getString("vulnerability"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getInt("revision"),
                Worded.get(ControlState.values(), row.getString("state")),
                CanonicalRecord.parse(row.getString("draft"), ControlDraft.class),
                instant(row, "issued_at"),
                said(row, "verified"),
                said(row, "withdrawn"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static CompensatingControl.@Nullable Said said(ResultSet row, String column) throws SQLException {
        String words = row.getString(column);
        Instant at = instant(row, column + "_at");
        return words == null || at == null
                ? null
                : new CompensatingControl.Said(words, row.getString(column + "_by"), at);
    }
}
