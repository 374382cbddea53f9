package dev.ward.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sign-ins whose password was right, and whose code is still to come. They open nothing.
@Repository
class PendingSignIns {

    static final Duration VALID = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param failedBefore  wrong passwords before the right one
    /// @param by            what recognised the person so far: `password`
    record Pending(AccountId account, String name, int failedBefore, String by) {}

    /// @return the secret for its cookie; the database keeps only its digest
    String open(AccountId account, int failedBefore, String by) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.pending_sign_in WHERE expires_at NOT BETWEEN :now AND :latest")
                .param("now", Timestamp.from(now))
                .param("latest", latest(now))
                .update();
        String secret = Secret.random();
        jdbc.sql("""
                INSERT INTO identity.pending_sign_in (token, account_id, failed_before, recognised_by, expires_at)
                VALUES (:token, :account, :failed, :by, :expires)
                """)
                .param("token", Secret.digest(secret))
                .param("account", account.value())
                .param("failed", failedBefore)
                .param("by", by)
                .param("expires", Timestamp.from(now.plus(VALID)))
                .update();
        return secret;
    }

    /// @return empty when it is unknown, over, or its account was disabled in the meantime
    Optional<Pending> find(String secret) {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT a.id, a.name, p.failed_before, p.recognised_by
                  FROM identity.pending_sign_in p
                  JOIN identity.account a ON a.id = p.account_id AND a.disabled_at IS NULL
                 WHERE p.token = :token AND p.expires_at BETWEEN :now AND :latest
                """)
                .param("token", Secret.digest(secret))
                .param("now", Timestamp.from(now))
                .param("latest", latest(now))
                .query((row, _) -> new Pending(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("failed_before"),
                        row.getString("recognised_by")))
                .optional();
    }

    private static Timestamp latest(Instant now) {
        return Timestamp.from(now.plus(VALID).plus(Sessions.AHEAD));
    }

    /// @return false when it was used before
    boolean use(String secret) {
        return jdbc.sql("DELETE FROM identity.pending_sign_in WHERE token = :token")
                        .param("token", Secret.digest(secret))
                        .update()
                == 1;
    }
}
