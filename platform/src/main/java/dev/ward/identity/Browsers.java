package dev.ward.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The browsers in which people have signed in before. A known one gives no access; it only has tries of its own, so
/// that whoever guesses at a person's password elsewhere does not keep the person out.
///
/// Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
@Repository
class Browsers {

    static final Duration REMEMBERED = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    Browsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(String secret, AccountId account) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM identity.device
                 WHERE token = :token AND account_id = :account AND seen_at > :since)
                """)
                .param("token", Secret.digest(secret))
                .param("account", account.value())
                .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .query(Boolean.class)
                .single();
    }

    /// @param old  what the browser held before; null for nothing
    /// @return the secret for its cookie; the database keeps only its digest
    String remember(@Nullable String old, AccountId account) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.device WHERE token = :old OR seen_at < :since")
                .param("old", Secret.digest(old == null ? "" : old))
                .param("since", Timestamp.from(now.minus(REMEMBERED)))
                .update();
        String secret = Secret.random();
        jdbc.sql("INSERT INTO identity.device (token, account_id, seen_at) VALUES (:token, :account, :now)")
                .param("token", Secret.digest(secret))
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .update();
        return secret;
    }
}
