package dev.ward.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final String ACCOUNTS = """
            SELECT a.id, a.email, a.name, a.role, r.title, a.organisation_id, a.created_at,
                   a.password IS NOT NULL
                   OR EXISTS (SELECT FROM identity.company_link l WHERE l.account_id = a.id) AS has_password,
                   a.disabled_at, (SELECT max(seen_at) FROM identity.session WHERE account_id = a.id) AS seen_at
              FROM identity.account a
              JOIN identity.role r ON r.name = a.role
            """;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Credentials> findCredentials(String email) {
        return jdbc.sql(
                        "SELECT id, name, password, disabled_at FROM identity.account WHERE lower(email) = lower(:email)")
                .param("email", email)
                .query((row, _) -> new Credentials(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("password"),
                        row.getTimestamp("disabled_at") == null))
                .optional();
    }

    @Nullable
    String password(AccountId id) {
        return jdbc.sql("SELECT password FROM identity.account WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> Optional.ofNullable(row.getString("password")))
                .optional()
                .flatMap(password -> password)
                .orElse(null);
    }

    /// @param organisation  whose people; null for the manufacturer's own
    List<Account> list(Reader reader, @Nullable OrganisationId organisation) {
        return jdbc.sql(ACCOUNTS + " WHERE a.organisation_id IS NOT DISTINCT FROM :organisation::uuid AND "
                        + reader.sees("a") + " ORDER BY a.disabled_at IS NOT NULL, lower(a.name), a.id")
                .param("organisation", organisation == null ? null : organisation.toString())
                .query((row, _) -> account(row))
                .list();
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(ACCOUNTS + " WHERE a.id = :id")
                .param("id", id.value())
                .query((row, _) -> account(row))
                .optional();
    }

    /// Holds the account against others until the transaction ends.
    Optional<Account> lock(AccountId id) {
        jdbc.sql("SELECT id FROM identity.account WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .list();
        return find(id);
    }

    /// Lets one transaction at a time make the first account, or take an administrator away.
    void lockAll() {
        jdbc.sql("SELECT pg_advisory_xact_lock(8246139455200402)")
                .query((_, _) -> true)
                .single();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM identity.account)")
                .query(Boolean.class)
                .single();
    }

    /// @return whether somebody else could still administrate
    boolean hasAnotherAdministrator(AccountId besides) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM identity.account
                 WHERE role = :role AND disabled_at IS NULL AND password IS NOT NULL AND id <> :id)
                """)
                .param("role", Role.ADMINISTRATOR)
                .param("id", besides.value())
                .query(Boolean.class)
                .single();
    }

    void insert(AccountId id, NewAccount account, @Nullable String password, Instant now) {
        OrganisationId organisation = account.organisation();
        jdbc.sql("""
                INSERT INTO identity.account (id, email, name, role, organisation_id, password, created_at)
                VALUES (:id, :email, :name, :role, :organisation::uuid, :password, :now)
                """)
                .param("id", id.value())
                .param("email", account.email())
                .param("name", account.name())
                .param("role", account.role())
                .param("organisation", organisation == null ? null : organisation.toString())
                .param("password", password)
                .param("now", Timestamp.from(now))
                .update();
    }

    void updateRole(AccountId id, String role) {
        jdbc.sql("UPDATE identity.account SET role = :role WHERE id = :id")
                .param("role", role)
                .param("id", id.value())
                .update();
    }

    void updatePassword(AccountId id, String password) {
        jdbc.sql("UPDATE identity.account SET password = :password WHERE id = :id")
                .param("password", password)
                .param("id", id.value())
                .update();
    }

    void updateDisabled(AccountId id, @Nullable Instant at) {
        jdbc.sql("UPDATE identity.account SET disabled_at = :at WHERE id = :id")
                .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
                .param("id", id.value())
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("role"),
                row.getString("title"),
                organisation(row),
                row.getBoolean("has_password"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "disabled_at"),
                instant(row, "seen_at"));
    }

    static @Nullable OrganisationId organisation(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return organisation == null ? null : new OrganisationId(organisation);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
