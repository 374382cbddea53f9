package dev.ward.identity;

import dev.ward.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions of people. They live in the database alone, so that every node knows them and none has to be asked.
@Repository
public class Sessions {

    static final Duration IDLE = Duration.ofMinutes(60);
    static final Duration LONGEST = Duration.ofHours(12);

    /// How exactly "last seen" is kept; spares a write for each request.
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /// How far another node's clock may be ahead. What was seen later than that was seen by a clock that has
    /// gone back since: it would last for as long.
    static final Duration AHEAD = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return the secret for the cookie; the database keeps only its digest
    String open(AccountId account) {
        String secret = Secret.random();
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.session WHERE expires_at < :now OR seen_at < :idle OR seen_at > :soon")
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(AHEAD)))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .update();
        jdbc.sql("""
                INSERT INTO identity.session (token, account_id, started_at, seen_at, expires_at)
                VALUES (:token, :account, :now, :now, :expires)
                """)
                .param("token", Secret.digest(secret))
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LONGEST)))
                .update();
        return secret;
    }

    /// @return empty when the session is unknown, has ended, or its account is disabled
    Optional<Caller> find(String secret) {
        byte[] token = Secret.digest(secret);
        Instant now = clock.instant();
        Optional<Caller> caller = jdbc.sql("""
                SELECT a.id, a.name, o.name AS absent, r.name AS role, r.title, a.organisation_id, s.id AS session_id,
                       array(SELECT permission FROM identity.role_permission WHERE role = r.name) AS may
                  FROM identity.session s
                  JOIN identity.account a ON a.id = s.account_id
                  LEFT JOIN identity.deputyship d ON d.id = s.deputyship_id AND d.deputy_id = a.id
                        AND a.role <> 'inspector' AND d.ended_at IS NULL AND :today BETWEEN d.from_day AND d.until_day
                  LEFT JOIN identity.account o ON o.id = d.absent_id AND o.role = d.role AND o.disabled_at IS NULL
                  JOIN identity.role r ON r.name = coalesce(o.role, a.role)
                 WHERE s.token = :token AND s.expires_at > :now AND s.seen_at BETWEEN :idle AND :soon
                   AND s.started_at <= :soon AND a.disabled_at IS NULL
                """)
                .param("soon", Timestamp.from(now.plus(AHEAD)))
                .param("token", token)
                .param("today", Days.of(now))
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .query((row, _) -> caller(row))
                .optional();
        if (caller.isPresent()) {
            jdbc.sql("UPDATE identity.session SET seen_at = :now WHERE token = :token AND seen_at < :before")
                    .param("now", Timestamp.from(now))
                    .param("token", token)
                    .param("before", Timestamp.from(now.minus(SEEN_EVERY)))
                    .update();
        }
        return caller;
    }

    private static Caller caller(ResultSet row) throws SQLException {
        AccountId id = new AccountId(row.getObject("id", UUID.class));
        String name = row.getString("name");
        String title = row.getString("title");
        String absent = row.getString("absent");
        Deputising deputising = absent == null ? null : new Deputising(name, absent, title);
        return new Caller(
                new Actor(
                        Actor.Kind.PERSON,
                        id.toString(),
                        deputising == null ? name : "%s, %s".formatted(name, deputising.words())),
                id,
                id,
                row.getString("role"),
                title,
                AccountRepository.organisation(row),
                Roles.permissions(row.getArray("may")),
                row.getObject("session_id", UUID.class),
                deputising);
    }

    /// @param secret  of the session that asks
    List<OpenSession> list(AccountId account, String secret) {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT id, started_at, seen_at, expires_at, token = :token AS own FROM identity.session
                 WHERE account_id = :account AND expires_at > :now AND seen_at BETWEEN :idle AND :soon
                 ORDER BY token = :token DESC, started_at DESC, id
                """)
                .param("token", Secret.digest(secret))
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(AHEAD)))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .query((row, _) -> new OpenSession(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("own")))
                .list();
    }

    /// @return how many there were
    int close(AccountId account, Collection<UUID> ids) {
        return jdbc.sql("DELETE FROM identity.session WHERE account_id = :account AND id = ANY (:ids)")
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new), Types.ARRAY)
                .update();
    }

    void close(String secret) {
        jdbc.sql("DELETE FROM identity.session WHERE token = :token")
                .param("token", Secret.digest(secret))
                .update();
    }

    /// Ends the sessions of an account, and the sign-ins that wait for a code.
    void closeAll(AccountId account) {
        jdbc.sql("DELETE FROM identity.pending_sign_in WHERE account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("DELETE FROM identity.session WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }
}
