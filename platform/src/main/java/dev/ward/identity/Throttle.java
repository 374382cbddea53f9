package dev.ward.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts tries of passwords, on all nodes together. What is counted together has one key.
///
/// A try counts before its password is looked at, so that many at once gain nothing.
///
/// Source: OWASP Authentication Cheat Sheet, Login Throttling; NIST SP 800-63B, 3.2.2 (100 tries for an account).
@Repository
class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(15);

    /// For one account from one address, or from one known browser.
    static final int PER_PLACE = 10;

    /// For one account from everywhere else together.
    static final int PER_ACCOUNT = 100;

    /// For one address, whatever the accounts.
    static final int PER_ADDRESS = 50;

    /// How far another node's clock may be ahead; a window that begins later was opened by a clock that has gone back.
    private static final Duration AHEAD = Sessions.AHEAD;

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param count  tries in the window, this one included
    /// @param ends   when the window ends and the count begins again
    record Tries(int count, Instant ends) {}

    Tries count(String key) {
        Instant now = clock.instant();
        return jdbc.sql("""
                INSERT INTO identity.attempt AS a (key, since, count) VALUES (:key, :now, 1)
                ON CONFLICT (key) DO UPDATE
                   SET since = CASE WHEN a.since BETWEEN :start AND :soon THEN a.since ELSE excluded.since END,
                       count = CASE WHEN a.since BETWEEN :start AND :soon THEN least(a.count, 1000000) + 1 ELSE 1 END
                RETURNING since, count
                """)
                .param("key", Secret.digest(key))
                .param("now", Timestamp.from(now))
                .param("start", Timestamp.from(now.minus(WINDOW)))
                .param("soon", Timestamp.from(now.plus(AHEAD)))
                .query((row, _) -> new Tries(
                        row.getInt("count"),
                        row.getTimestamp("since").toInstant().plus(WINDOW)))
                .single();
    }

    /// Takes back the tries of a place that let its person in, and what is long over.
    void forget(String key) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.attempt WHERE key = :key OR since NOT BETWEEN :start AND :soon")
                .param("key", Secret.digest(key))
                .param("start", Timestamp.from(now.minus(WINDOW)))
                .param("soon", Timestamp.from(now.plus(AHEAD)))
                .update();
    }

    void takeBackOne(String key) {
        jdbc.sql("UPDATE identity.attempt SET count = count - 1 WHERE key = :key AND count > 0")
                .param("key", Secret.digest(key))
                .update();
    }
}
