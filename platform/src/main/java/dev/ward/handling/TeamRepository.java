package dev.ward.handling;

import dev.ward.database.Rows;
import dev.ward.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TeamRepository {

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes somebody in for good, who may have been in for a time.
    void add(UUID ofCase, AccountId account, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.participant AS p (case_id, account_id, since) VALUES (:case, :account, :at)
                ON CONFLICT (case_id, account_id) DO UPDATE SET opening_id = NULL, since = excluded.since
                 WHERE p.opening_id IS NOT NULL
                """)
                .param("case", ofCase)
                .param("account", account.value())
                .param("at", Rows.utc(at))
                .update();
    }

    /// Lets somebody in as long as an emergency opening lasts.
    void lend(UUID ofCase, AccountId account, UUID opening, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.participant AS p (case_id, account_id, since, opening_id)
                VALUES (:case, :account, :at, :opening)
                ON CONFLICT (case_id, account_id) DO UPDATE SET opening_id = excluded.opening_id, since = excluded.since
                 WHERE p.opening_id IS NOT NULL
                """)
                .param("case", ofCase)
                .param("account", account.value())
                .param("opening", opening)
                .param("at", Rows.utc(at))
                .update();
    }

    /// Whether somebody is in for a time alone, which may be over.
    boolean isLent(UUID ofCase, AccountId account) {
        return has(ofCase, account, "p.opening_id IS NOT NULL");
    }

    /// Whether somebody is in for good.
    boolean isLasting(UUID ofCase, AccountId account) {
        return has(ofCase, account, "p.opening_id IS NULL");
    }

    private boolean has(UUID ofCase, AccountId account, String standing) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM handling.participant p
                                WHERE p.case_id = :case AND p.account_id = :account AND %s)
                """.formatted(standing))
                .param("case", ofCase)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /// How many are in for good besides somebody.
    int countLastingBeside(UUID ofCase, AccountId account) {
        return jdbc.sql("""
                SELECT count(*) FROM handling.participant p
                 WHERE p.case_id = :case AND p.account_id <> :account AND p.opening_id IS NULL
                """)
                .param("case", ofCase)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /// Takes everyone of one case along to another.
    void copy(UUID from, UUID to, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.participant (case_id, account_id, since, opening_id)
                SELECT :to, p.account_id, :at, p.opening_id FROM handling.participant p WHERE p.case_id = :from
                ON CONFLICT (case_id, account_id) DO NOTHING
                """)
                .param("from", from)
                .param("to", to)
                .param("at", Rows.utc(at))
                .update();
    }

    boolean remove(UUID ofCase, AccountId account) {
        return jdbc.sql("DELETE FROM handling.participant WHERE case_id = :case AND account_id = :account")
                        .param("case", ofCase)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /// Those who are in at a moment.
    ///
    /// @param names  of accounts
    List<Participant> list(VulnerabilityCase seen, Map<AccountId, String> names, Instant now) {
        return jdbc.sql("""
                SELECT p.account_id, p.since, o.until_at
                  FROM handling.participant p
                  LEFT JOIN handling.emergency_opening o ON o.id = p.opening_id
                 WHERE p.case_id = :case AND (o.id IS NULL OR o.until_at > :now)
                 ORDER BY p.since, p.account_id
                """)
                .param("case", seen.id())
                .param("now", Rows.utc(now))
                .query((row, _) -> {
                    AccountId account = new AccountId(row.getObject("account_id", UUID.class));
                    return new Participant(
                            account,
                            names.getOrDefault(account, "somebody"),
                            Rows.instant(row, "since"),
                            Rows.instantOrNull(row, "until_at"));
                })
                .list();
    }
}
