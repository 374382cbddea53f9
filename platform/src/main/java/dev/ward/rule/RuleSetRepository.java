package dev.ward.rule;

import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleSetRepository {

    private static final String SELECT = "SELECT r.*, r.rows::text AS cells FROM rule.rule_set r ";

    private final JdbcClient jdbc;

    RuleSetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RuleSet> inForce(String kind) {
        return jdbc.sql(SELECT + "WHERE r.kind = :kind AND r.state = 'in-force'")
                .param("kind", kind)
                .query((row, _) -> ruleSet(row))
                .optional();
    }

    Optional<RuleSet> draft(String kind) {
        return jdbc.sql(SELECT + "WHERE r.kind = :kind AND r.state = 'draft'")
                .param("kind", kind)
                .query((row, _) -> ruleSet(row))
                .optional();
    }

    /// The draft, held until the transaction ends.
    Optional<RuleSet> lockDraft(String kind) {
        return jdbc.sql(SELECT + "WHERE r.kind = :kind AND r.state = 'draft' FOR UPDATE")
                .param("kind", kind)
                .query((row, _) -> ruleSet(row))
                .optional();
    }

    Optional<RuleSet> find(String kind, int version) {
        return jdbc.sql(SELECT + "WHERE r.kind = :kind AND r.version = :version")
                .param("kind", kind)
                .param("version", version)
                .query((row, _) -> ruleSet(row))
                .optional();
    }

    /// The newest first.
    List<RuleSet> list(String kind) {
        return jdbc.sql(SELECT + "WHERE r.kind = :kind ORDER BY r.version DESC")
                .param("kind", kind)
                .query((row, _) -> ruleSet(row))
                .list();
    }

    /// @return its version; empty when somebody has begun a draft meanwhile
    Optional<Integer> insertDraft(UUID id, String kind, List<List<String>> rows, String why, String by, Instant at) {
        return jdbc.sql("""
                INSERT INTO rule.rule_set (id, kind, version, state, rows, why, written_by, changed_at)
                SELECT :id, :kind, 1 + greatest(1, (SELECT max(version) FROM rule.rule_set WHERE kind = :kind)), 'draft',
                       :rows::jsonb, :why, :by, :at
                    ON CONFLICT DO NOTHING
                RETURNING version
                """)
                .param("id", id)
                .param("kind", kind)
                .param("rows", CanonicalRecord.of(rows))
                .param("why", why)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    void saveDraft(UUID id, List<List<String>> rows, String why, String by, Instant at) {
        jdbc.sql("""
                UPDATE rule.rule_set
                   SET rows = :rows::jsonb, why = :why, written_by = :by, changed_at = :at, revision = revision + 1
                 WHERE id = :id AND state = 'draft'
                """)
                .param("id", id)
                .param("rows", CanonicalRecord.of(rows))
                .param("why", why)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(UUID id) {
        jdbc.sql("UPDATE rule.rule_set SET state = 'withdrawn' WHERE id = :id AND state = 'draft'")
                .param("id", id)
                .update();
    }

    void putInForce(UUID id, String kind, Instant at) {
        jdbc.sql("UPDATE rule.rule_set SET state = 'superseded' WHERE kind = :kind AND state = 'in-force'")
                .param("kind", kind)
                .update();
        jdbc.sql("UPDATE rule.rule_set SET state = 'in-force', in_force_at = :at WHERE id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static RuleSet ruleSet(ResultSet row) throws SQLException {
        OffsetDateTime inForce = row.getObject("in_force_at", OffsetDateTime.class);
        String[][] cells = CanonicalRecord.parse(row.getString("cells"), String[][].class);
        return new RuleSet(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getInt("version"),
                Worded.get(RuleSetState.values(), row.getString("state")),
                row.getInt("revision"),
                Arrays.stream(cells).map(List::of).toList(),
                row.getString("why"),
                row.getString("written_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                inForce == null ? null : inForce.toInstant());
    }
}
