package dev.ward.regulation;

import dev.ward.identity.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DigestRepository {

    private final JdbcClient jdbc;

    DigestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean want(AccountId account, Instant now) {
        return jdbc.sql("INSERT INTO regulation.digest (account_id, since) VALUES (:id, :now) ON CONFLICT DO NOTHING")
                        .param("id", account.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean decline(AccountId account) {
        return jdbc.sql("DELETE FROM regulation.digest WHERE account_id = :id")
                        .param("id", account.value())
                        .update()
                == 1;
    }

    boolean isWanted(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM regulation.digest WHERE account_id = :id)")
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }

    List<AccountId> wanted() {
        return jdbc.sql("SELECT account_id FROM regulation.digest ORDER BY account_id")
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }
}
