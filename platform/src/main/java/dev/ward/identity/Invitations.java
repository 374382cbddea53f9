package dev.ward.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One-time links: to set Ward up, or to choose a password. The database keeps their digests.
@Repository
class Invitations {

    static final Duration VALID = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Opens a link; one that was open for the same account is closed.
    ///
    /// @param account  null for the link that sets Ward up
    /// @return the code
    String open(@Nullable AccountId account) {
        close(account);
        String code = Secret.random();
        jdbc.sql("INSERT INTO identity.invitation (code, account_id, expires_at) VALUES (:code, :account, :expires)")
                .param("code", Secret.digest(code))
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return code;
    }

    /// A link that lasts longer than any was made by a clock that has gone back since.
    private Timestamp latest() {
        return Timestamp.from(clock.instant().plus(VALID).plus(Sessions.AHEAD));
    }

    void close(@Nullable AccountId account) {
        jdbc.sql("DELETE FROM identity.invitation WHERE account_id IS NOT DISTINCT FROM CAST(:account AS uuid)")
                .param("account", account == null ? null : account.toString())
                .update();
    }

    boolean opensSetUp(String code) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM identity.invitation
                 WHERE code = :code AND account_id IS NULL AND expires_at BETWEEN :now AND :latest)
                """)
                .param("code", Secret.digest(code))
                .param("now", Timestamp.from(clock.instant()))
                .param("latest", latest())
                .query(Boolean.class)
                .single();
    }

    Optional<AccountId> find(String code) {
        return jdbc.sql("""
                SELECT account_id FROM identity.invitation
                 WHERE code = :code AND account_id IS NOT NULL AND expires_at BETWEEN :now AND :latest
                """)
                .param("code", Secret.digest(code))
                .param("now", Timestamp.from(clock.instant()))
                .param("latest", latest())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /// Whether a link of the account still opens.
    boolean isOpen(AccountId account) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM identity.invitation
                 WHERE account_id = :account AND expires_at BETWEEN :now AND :latest)
                """)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("latest", latest())
                .query(Boolean.class)
                .single();
    }

    /// Takes a code, once: of two who use it at the same time one gets nothing.
    boolean use(String code) {
        return jdbc.sql("DELETE FROM identity.invitation WHERE code = :code AND expires_at BETWEEN :now AND :latest")
                        .param("code", Secret.digest(code))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("latest", latest())
                        .param("latest", latest())
                        .update()
                == 1;
    }
}
