package dev.ward.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondFactorRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    SecondFactorRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SecondFactor find(AccountId account) {
        return jdbc.sql("""
                SELECT g.confirmed_at, (SELECT count(*) FROM identity.recovery_code c WHERE c.account_id = a.id) AS codes,
                       (SELECT count(*) FROM identity.passkey p WHERE p.account_id = a.id) AS passkeys,
                       EXISTS (SELECT FROM identity.second_factor_rule r WHERE r.role = a.role) AS required
                  FROM identity.account a
                  LEFT JOIN identity.code_generator g ON g.account_id = a.id
                 WHERE a.id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> new SecondFactor(
                        AccountRepository.instant(row, "confirmed_at"),
                        row.getInt("codes"),
                        row.getInt("passkeys"),
                        row.getBoolean("required")))
                .single();
    }

    /// @param confirmed  whether that of somebody who has shown a first code, or one that waits for it
    /// @return the seed as it is kept
    Optional<byte[]> seed(AccountId account, boolean confirmed) {
        return jdbc.sql("""
                SELECT seed FROM identity.code_generator
                 WHERE account_id = :account AND (confirmed_at IS NOT NULL) = :confirmed
                """)
                .param("account", account.value())
                .param("confirmed", confirmed)
                .query(byte[].class)
                .optional();
    }

    /// Begins anew; what was not confirmed is gone.
    ///
    /// @return false when one is confirmed already
    boolean begin(AccountId account, byte[] seed) {
        return jdbc.sql("""
                INSERT INTO identity.code_generator AS g (account_id, seed, begun_at) VALUES (:account, :seed, :now)
                ON CONFLICT (account_id) DO UPDATE SET seed = excluded.seed, begun_at = excluded.begun_at, last_step = 0
                 WHERE g.confirmed_at IS NULL
                """)
                        .param("account", account.value())
                        .param("seed", seed)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    boolean confirm(AccountId account) {
        return jdbc.sql("""
                UPDATE identity.code_generator SET confirmed_at = :now
                 WHERE account_id = :account AND confirmed_at IS NULL
                """)
                        .param("account", account.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /// Takes the code of a step. A step from farther ahead than the clock can be was taken by a clock that has gone
    /// back.
    ///
    /// @return false when it, or a later one, was taken before: of two at the same time one gets nothing
    boolean take(AccountId account, long step) {
        return jdbc.sql("""
                UPDATE identity.code_generator SET last_step = :step
                 WHERE account_id = :account AND (last_step < :step OR last_step > :ahead)
                """)
                        .param("account", account.value())
                        .param("step", step)
                        .param("ahead", Totp.step(clock.instant().plus(Sessions.AHEAD)) + Totp.OFF)
                        .update()
                == 1;
    }

    boolean delete(AccountId account) {
        replaceCodes(account, List.of());
        return jdbc.sql("DELETE FROM identity.code_generator WHERE account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /// @param digests  of the codes that work from now on, and no other
    void replaceCodes(AccountId account, List<byte[]> digests) {
        jdbc.sql("DELETE FROM identity.recovery_code WHERE account_id = :account")
                .param("account", account.value())
                .update();
        for (byte[] digest : digests) {
            jdbc.sql("INSERT INTO identity.recovery_code (account_id, code) VALUES (:account, :code)")
                    .param("account", account.value())
                    .param("code", digest)
                    .update();
        }
    }

    /// @return false when there is none such, or it was used
    boolean useCode(AccountId account, byte[] digest) {
        return jdbc.sql("DELETE FROM identity.recovery_code WHERE account_id = :account AND code = :code")
                        .param("account", account.value())
                        .param("code", digest)
                        .update()
                == 1;
    }

    Set<String> roles() {
        return new HashSet<>(jdbc.sql("SELECT role FROM identity.second_factor_rule")
                .query(String.class)
                .list());
    }

    /// How many people in use have neither a generator of codes nor a passkey, by role; a role without any is left out.
    Map<String, Integer> without() {
        Map<String, Integer> people = new HashMap<>();
        jdbc.sql("""
                SELECT a.role, count(*)::int AS people FROM identity.account a
                 WHERE a.disabled_at IS NULL
                   AND NOT EXISTS (SELECT FROM identity.code_generator g
                                    WHERE g.account_id = a.id AND g.confirmed_at IS NOT NULL)
                   AND NOT EXISTS (SELECT FROM identity.passkey p WHERE p.account_id = a.id)
                 GROUP BY a.role
                """).query(row -> {
            people.put(row.getString("role"), row.getInt("people"));
        });
        return people;
    }

    void replaceRoles(Collection<String> roles) {
        jdbc.sql("DELETE FROM identity.second_factor_rule").update();
        jdbc.sql("INSERT INTO identity.second_factor_rule (role) SELECT unnest(:roles)")
                .param("roles", roles.toArray(String[]::new), Types.ARRAY)
                .update();
    }
}
