package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import dev.ward.regulation.EvidenceEntry.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Versions of sets of rules that people brought.
@Repository
class RuleVersionRepository {

    private final JdbcClient jdbc;

    RuleVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All, withdrawn ones among them, in the order in which they came.
    List<KeptVersion> all() {
        return jdbc.sql("SELECT * FROM regulation.rule_version ORDER BY edition")
                .query((row, _) -> read(row))
                .list();
    }

    Optional<KeptVersion> find(String ruleSet, String version) {
        return jdbc.sql("SELECT * FROM regulation.rule_version WHERE rule_set = :set AND version = :version")
                .param("set", ruleSet)
                .param("version", version)
                .query((row, _) -> read(row))
                .optional();
    }

    void insert(KeptVersion kept, Actor actor) {
        jdbc.sql("""
                INSERT INTO regulation.rule_version
                       (id, edition, rule_set, version, status, effective_from, effective_to, content, sha256, because,
                        entered_at, entered_by, enterer_name)
                VALUES (:id, :edition, :set, :version, :status, :from, :to, :content, :sha256, :because, :at, :by, :name)
                """)
                .param("id", Uuids.next())
                .param("edition", kept.brought().edition())
                .param("set", kept.ruleSet())
                .param("version", kept.version())
                .param("status", kept.status())
                .param("from", kept.from())
                .param("to", kept.to())
                .param("content", kept.content())
                .param("sha256", kept.brought().sha256())
                .param("because", kept.brought().because())
                .param("at", Rows.utc(kept.brought().at()))
                .param("by", actor.id())
                .param("name", kept.brought().by())
                .update();
    }

    /// @return false when it was withdrawn before
    boolean withdraw(String ruleSet, String version, long edition, Actor actor, String because, Instant at) {
        return jdbc.sql("""
                        UPDATE regulation.rule_version
                           SET withdrawn_edition = :edition, withdrawn_at = :at, withdrawn_by = :by, withdrawer_name = :name,
                               withdrawn_because = :why
                         WHERE rule_set = :set AND version = :version AND withdrawn_at IS NULL
                        """)
                        .param("edition", edition)
                        .param("at", Rows.utc(at))
                        .param("by", actor.id())
                        .param("name", actor.name())
                        .param("why", because)
                        .param("set", ruleSet)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static KeptVersion read(ResultSet row) throws SQLException {
        Instant withdrawn = Rows.instantOrNull(row, "withdrawn_at");
        return new KeptVersion(
                row.getString("rule_set"),
                row.getString("version"),
                row.getString("status"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("content"),
                new RuleVersion.Brought(
                        row.getLong("edition"),
                        row.getString("sha256"),
                        Rows.instant(row, "entered_at"),
                        row.getString("enterer_name"),
                        row.getString("because"),
                        withdrawn == null
                                ? null
                                : new Withdrawal(
                                        withdrawn,
                                        row.getString("withdrawer_name"),
                                        row.getString("withdrawn_because"))),
                row.getObject("withdrawn_edition", Long.class));
    }
}
