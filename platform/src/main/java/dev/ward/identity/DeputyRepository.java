package dev.ward.identity;

import dev.ward.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeputyRepository {

    private static final String DEPUTIES = """
            SELECT d.*, o.name AS absent_name, p.name AS deputy_name, r.title,
                   o.role = d.role AND o.disabled_at IS NULL AND p.disabled_at IS NULL AS valid
              FROM identity.deputyship d
              JOIN identity.account o ON o.id = d.absent_id
              JOIN identity.account p ON p.id = d.deputy_id
              JOIN identity.role r ON r.name = d.role
            """;

    private final JdbcClient jdbc;

    DeputyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Deputyship> list(AccountId account) {
        return jdbc.sql(DEPUTIES + """
                         WHERE d.absent_id = :account OR d.deputy_id = :account
                         ORDER BY d.until_day DESC, d.id
                         LIMIT 100
                        """)
                .param("account", account.value())
                .query((row, _) -> deputyship(row))
                .list();
    }

    Optional<Deputyship> find(UUID id) {
        return jdbc.sql(DEPUTIES + " WHERE d.id = :id")
                .param("id", id)
                .query((row, _) -> deputyship(row))
                .optional();
    }

    void insert(UUID id, Account absent, AccountId deputy, DeputyDraft days, Instant now, Actor by) {
        jdbc.sql("""
                INSERT INTO identity.deputyship
                       (id, absent_id, deputy_id, role, from_day, until_day, reason, named_at, named_by, namer_name)
                VALUES (:id, :absent, :deputy, :role, :from, :until, :reason, :at, :by, :name)
                """)
                .param("id", id)
                .param("absent", absent.id().value())
                .param("deputy", deputy.value())
                .param("role", absent.role())
                .param("from", days.from())
                .param("until", days.until())
                .param("reason", days.reason())
                .param("at", Timestamp.from(now))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    /// @return false when it was ended before
    boolean end(UUID id, Instant at, String by) {
        return jdbc.sql(
                                "UPDATE identity.deputyship SET ended_at = :at, ended_by = :by WHERE id = :id AND ended_at IS NULL")
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// @param id  null for nobody's deputy
    /// @return whether the session was another's deputy before, or is one now
    boolean act(byte[] session, @Nullable UUID id) {
        return jdbc.sql("""
                UPDATE identity.session SET deputyship_id = :id::uuid
                 WHERE token = :session AND deputyship_id IS DISTINCT FROM :id::uuid
                """)
                        .param("id", id == null ? null : id.toString(), Types.VARCHAR)
                        .param("session", session)
                        .update()
                == 1;
    }

    private static Deputyship deputyship(ResultSet row) throws SQLException {
        return new Deputyship(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("absent_id", UUID.class)),
                row.getString("absent_name"),
                new AccountId(row.getObject("deputy_id", UUID.class)),
                row.getString("deputy_name"),
                row.getString("role"),
                row.getString("title"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getTimestamp("named_at").toInstant(),
                row.getString("namer_name"),
                row.getBoolean("valid"),
                AccountRepository.instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
