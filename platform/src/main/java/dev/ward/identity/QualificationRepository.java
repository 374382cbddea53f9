package dev.ward.identity;

import dev.ward.audit.Actor;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QualificationRepository {

    /// How many people are named who can grant one.
    private static final int NAMED = 4;

    private final JdbcClient jdbc;

    QualificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Qualification> list(AccountId account) {
        return jdbc.sql("SELECT * FROM identity.qualification WHERE account_id = :account ORDER BY granted_at DESC, id")
                .param("account", account.value())
                .query((row, _) -> qualification(row))
                .list();
    }

    /// Those of everybody that were not taken back.
    List<Qualification> unrevoked() {
        return jdbc.sql("SELECT * FROM identity.qualification WHERE revoked_at IS NULL ORDER BY granted_at DESC, id")
                .query((row, _) -> qualification(row))
                .list();
    }

    /// The people who may grant one, by name.
    List<String> granters(AccountId besides) {
        return jdbc.sql("""
                SELECT a.name || ' (' || r.title || ')'
                  FROM identity.account a
                  JOIN identity.role r ON r.name = a.role
                  JOIN identity.role_permission p ON p.role = a.role AND p.permission = :permission
                 WHERE a.disabled_at IS NULL AND a.id <> :besides
                 ORDER BY a.name, a.id
                 LIMIT :most
                """)
                .param("permission", Permission.QUALIFICATION_GRANT.name())
                .param("besides", besides.value())
                .param("most", NAMED)
                .query(String.class)
                .list();
    }

    void insert(Qualification one, Actor by) {
        jdbc.sql("""
                INSERT INTO identity.qualification
                       (id, account_id, competence, basis, from_day, until_day, granted_at, granted_by, granter_name)
                VALUES (:id, :account, :competence, :basis, :from, :until, :at, :by, :name)
                """)
                .param("id", one.id())
                .param("account", one.account().value())
                .param("competence", one.competence().word())
                .param("basis", one.basis())
                .param("from", one.from())
                .param("until", one.until(), Types.DATE)
                .param("at", Timestamp.from(one.grantedAt()))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    /// @return false when it was revoked before
    boolean revoke(UUID id, Instant at, String by, String because) {
        return jdbc.sql("""
                UPDATE identity.qualification SET revoked_at = :at, revoked_by = :by, because = :because
                 WHERE id = :id AND revoked_at IS NULL
                """)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("because", because)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Qualification qualification(ResultSet row) throws SQLException {
        Instant revoked = AccountRepository.instant(row, "revoked_at");
        return new Qualification(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Worded.get(Competence.values(), row.getString("competence")),
                row.getString("basis"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getTimestamp("granted_at").toInstant(),
                row.getString("granter_name"),
                revoked == null
                        ? null
                        : new Qualification.Revoked(
                                revoked,
                                Objects.requireNonNull(row.getString("revoked_by")),
                                Objects.requireNonNull(row.getString("because"))));
    }
}
