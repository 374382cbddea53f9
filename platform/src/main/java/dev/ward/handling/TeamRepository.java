package dev.ward.handling;

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

    void add(UUID ofCase, AccountId account, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.participant (case_id, account_id, since) VALUES (:case, :account, :at)
                ON CONFLICT (case_id, account_id) DO NOTHING
                """)
                .param("case", ofCase)
                .param("account", account.value())
                .param("at", Rows.utc(at))
                .update();
    }

    /// Takes everyone of one case along to another.
    void copy(UUID from, UUID to, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.participant (case_id, account_id, since)
                SELECT :to, p.account_id, :at FROM handling.participant p WHERE p.case_id = :from
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

    /// @param names  of accounts
    List<Participant> list(VulnerabilityCase seen, Map<AccountId, String> names) {
        return jdbc.sql("""
                SELECT p.account_id, p.since FROM handling.participant p
                 WHERE p.case_id = :case ORDER BY p.since, p.account_id
                """)
                .param("case", seen.id())
                .query((row, _) -> {
                    AccountId account = new AccountId(row.getObject("account_id", UUID.class));
                    return new Participant(
                            account, names.getOrDefault(account, "somebody"), Rows.instant(row, "since"));
                })
                .list();
    }
}
