package dev.ward.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CompanyRepository {

    /// For which somebody may be at the provider.
    static final Duration AWAY = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    CompanyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// For what somebody was sent to the provider.
    enum Purpose {
        SIGN_IN("sign-in"),
        LINK("link"),
        INVITATION("invitation"),
        SIGN("sign");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }

        private static Purpose of(String word) {
            for (Purpose one : values()) {
                if (one.word.equals(word)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("no purpose is \"%s\"".formatted(word));
        }
    }

    /// @param account  null for a sign-in
    /// @param session  in which it was begun; null for who had none
    /// @param to       the page that follows
    record Request(
            Purpose purpose,
            @Nullable AccountId account,
            @Nullable UUID session,
            String to,
            Instant begunAt) {}

    void insert(CompanyTicket ticket, Request request) {
        jdbc.sql("DELETE FROM identity.company_request WHERE begun_at NOT BETWEEN :since AND :soon")
                .param("since", Timestamp.from(clock.instant().minus(AWAY)))
                .param("soon", Timestamp.from(clock.instant().plus(Sessions.AHEAD)))
                .update();
        AccountId account = request.account();
        UUID session = request.session();
        jdbc.sql("""
                INSERT INTO identity.company_request (token, purpose, account_id, session_id, back_to, begun_at)
                VALUES (:token, :purpose, :account::uuid, :session::uuid, :to, :at)
                """)
                .param("token", Secret.digest(ticket.secret()))
                .param("purpose", request.purpose().word)
                .param("account", account == null ? null : account.toString())
                .param("session", session == null ? null : session.toString())
                .param("to", request.to())
                .param("at", Timestamp.from(request.begunAt()))
                .update();
    }

    Optional<Request> find(CompanyTicket ticket) {
        return read(
                "SELECT purpose, account_id, session_id, back_to, begun_at FROM identity.company_request", "", ticket);
    }

    /// Takes a request, once.
    Optional<Request> take(CompanyTicket ticket) {
        return read(
                "DELETE FROM identity.company_request",
                " RETURNING purpose, account_id, session_id, back_to, begun_at",
                ticket);
    }

    private Optional<Request> read(String statement, String end, CompanyTicket ticket) {
        return jdbc.sql(statement + " WHERE token = :token AND begun_at BETWEEN :since AND :soon" + end)
                .param("token", Secret.digest(ticket.secret()))
                .param("since", Timestamp.from(clock.instant().minus(AWAY)))
                .param("soon", Timestamp.from(clock.instant().plus(Sessions.AHEAD)))
                .query((row, _) -> {
                    UUID account = row.getObject("account_id", UUID.class);
                    return new Request(
                            Purpose.of(row.getString("purpose")),
                            account == null ? null : new AccountId(account),
                            row.getObject("session_id", UUID.class),
                            row.getString("back_to"),
                            row.getTimestamp("begun_at").toInstant());
                })
                .optional();
    }

    /// Whose account it is, when that is in use.
    Optional<AccountId> find(CompanyPerson person) {
        return jdbc.sql("""
                SELECT a.id FROM identity.company_link l
                  JOIN identity.account a ON a.id = l.account_id AND a.disabled_at IS NULL
                 WHERE l.issuer = :issuer AND l.subject = :subject
                """)
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    Optional<Instant> linkedAt(AccountId account) {
        return jdbc.sql("SELECT linked_at FROM identity.company_link WHERE account_id = :account")
                .param("account", account.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /// @throws org.springframework.dao.DuplicateKeyException  when one of the two is linked already
    void link(AccountId account, CompanyPerson person) {
        jdbc.sql("""
                INSERT INTO identity.company_link (issuer, subject, account_id, linked_at)
                VALUES (:issuer, :subject, :account, :now)
                """)
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    boolean unlink(AccountId account) {
        return jdbc.sql("DELETE FROM identity.company_link WHERE account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void confirm(UUID session, AccountId account) {
        jdbc.sql("UPDATE identity.session SET confirmed_at = :now WHERE id = :session AND account_id = :account")
                .param("now", Timestamp.from(clock.instant()))
                .param("session", session)
                .param("account", account.value())
                .update();
    }

    boolean isConfirmed(UUID session, Duration within) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM identity.session WHERE id = :session AND confirmed_at BETWEEN :since AND :now)")
                .param("session", session)
                .param("since", Timestamp.from(clock.instant().minus(within)))
                .param("now", Timestamp.from(clock.instant().plus(Sessions.AHEAD)))
                .query(Boolean.class)
                .single();
    }

    /// Uses the confirmation of a session, once.
    boolean useConfirmation(UUID session, Duration within) {
        return jdbc.sql("""
                UPDATE identity.session SET confirmed_at = NULL
                 WHERE id = :session AND confirmed_at BETWEEN :since AND :now
                """)
                        .param("session", session)
                        .param("since", Timestamp.from(clock.instant().minus(within)))
                        .param("now", Timestamp.from(clock.instant().plus(Sessions.AHEAD)))
                        .update()
                == 1;
    }
}
