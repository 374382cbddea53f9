package dev.ward.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyRepository {

    static final Duration VALID = Duration.ofMinutes(10);

    private static final int CHALLENGE_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// For what a challenge is signed.
    enum Purpose {
        REGISTER("register"),
        SIGN_IN("sign-in"),
        SIGN("sign");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    /// @param owner       of an account that is in use
    /// @param credential  as the authenticator sent it
    record Kept(UUID id, AccountId owner, String ownerName, byte[] credential, long signCount) {}

    /// Makes a challenge, for one answer.
    ///
    /// @param account  null for a sign-in
    byte[] challenge(Purpose purpose, @Nullable AccountId account) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.passkey_challenge WHERE expires_at NOT BETWEEN :now AND :latest")
                .param("now", Timestamp.from(now))
                .param("latest", latest(now))
                .update();
        byte[] challenge = Secret.bytes(CHALLENGE_BYTES);
        jdbc.sql("""
                INSERT INTO identity.passkey_challenge (challenge, purpose, account_id, expires_at)
                VALUES (:challenge, :purpose, :account::uuid, :expires)
                """)
                .param("challenge", Secret.digest(challenge))
                .param("purpose", purpose.word)
                .param("account", account == null ? null : account.toString())
                .param("expires", Timestamp.from(now.plus(VALID)))
                .update();
        return challenge;
    }

    /// Takes a challenge, once.
    ///
    /// @return false when it was not made for this, was answered before, or is over
    boolean use(byte[] challenge, Purpose purpose, @Nullable AccountId account) {
        Instant now = clock.instant();
        return jdbc.sql("""
                DELETE FROM identity.passkey_challenge
                 WHERE challenge = :challenge AND purpose = :purpose AND account_id IS NOT DISTINCT FROM :account::uuid
                   AND expires_at BETWEEN :now AND :latest
                """)
                        .param("challenge", Secret.digest(challenge))
                        .param("purpose", purpose.word)
                        .param("account", account == null ? null : account.toString())
                        .param("now", Timestamp.from(now))
                        .param("latest", latest(now))
                        .update()
                == 1;
    }

    private static Timestamp latest(Instant now) {
        return Timestamp.from(now.plus(VALID).plus(Sessions.AHEAD));
    }

    List<Passkey> list(AccountId account) {
        return jdbc.sql("""
                SELECT id, name, synced, created_at, used_at FROM identity.passkey
                 WHERE account_id = :account ORDER BY created_at, id
                """)
                .param("account", account.value())
                .query((row, _) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("synced"),
                        row.getTimestamp("created_at").toInstant(),
                        AccountRepository.instant(row, "used_at")))
                .list();
    }

    List<byte[]> credentialIds(AccountId account) {
        return jdbc.sql(
                        "SELECT credential_id FROM identity.passkey WHERE account_id = :account ORDER BY created_at, id")
                .param("account", account.value())
                .query(byte[].class)
                .list();
    }

    Optional<Kept> find(byte[] credentialId) {
        return jdbc.sql("""
                SELECT p.id, p.account_id, a.name, p.credential, p.sign_count
                  FROM identity.passkey p
                  JOIN identity.account a ON a.id = p.account_id AND a.disabled_at IS NULL
                 WHERE p.credential_id = :credential
                """)
                .param("credential", credentialId)
                .query((row, _) -> new Kept(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("name"),
                        row.getBytes("credential"),
                        row.getLong("sign_count")))
                .optional();
    }

    void insert(AccountId account, Passkey passkey, byte[] credentialId, byte[] credential, long signCount) {
        jdbc.sql("""
                INSERT INTO identity.passkey (id, account_id, name, credential_id, credential, sign_count, synced, created_at)
                VALUES (:id, :account, :name, :credentialId, :credential, :count, :synced, :at)
                """)
                .param("id", passkey.id())
                .param("account", account.value())
                .param("name", passkey.name())
                .param("credentialId", credentialId)
                .param("credential", credential)
                .param("count", signCount)
                .param("synced", passkey.synced())
                .param("at", Timestamp.from(passkey.createdAt()))
                .update();
    }

    /// Notes a use. Of two with one count one is a copy.
    ///
    /// @return false when the count was seen before
    boolean markUsed(UUID id, long before, long count) {
        return jdbc.sql("""
                UPDATE identity.passkey SET sign_count = :count, used_at = :now
                 WHERE id = :id AND (sign_count = :before OR :count = 0)
                """)
                        .param("count", count)
                        .param("before", before)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean rename(AccountId account, UUID id, String name) {
        return jdbc.sql("UPDATE identity.passkey SET name = :name WHERE id = :id AND account_id = :account")
                        .param("name", name)
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    boolean delete(AccountId account, UUID id) {
        return jdbc.sql("DELETE FROM identity.passkey WHERE id = :id AND account_id = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /// @return how many there were
    int deleteAll(AccountId account) {
        return jdbc.sql("DELETE FROM identity.passkey WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }
}
