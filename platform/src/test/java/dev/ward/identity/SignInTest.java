package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private final IdentityDatabase database = new IdentityDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opensASessionWithTheRightPasswordOnly() {
        database.anna("auditor");

        assertThat(database.signIn("auditor", "wrong")).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(database.signIn("nobody", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Refused.class);
        Caller caller =
                database.identities.sessions().find(database.secret("auditor")).orElseThrow();
        assertThat(caller.actor().name()).isEqualTo("Anna Berg");
        assertThat(caller.permissions()).contains(Permission.AUDIT_READ).doesNotContain(Permission.PRODUCT_WRITE);
    }

    @Test
    void keepsNeitherThePasswordNorTheSessionsSecret() {
        database.anna("auditor");
        String secret = database.secret("auditor");

        assertThat(database.jdbc
                        .sql("SELECT password FROM identity.account")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(database.jdbc
                        .sql("SELECT token FROM identity.session")
                        .query(byte[].class)
                        .single())
                .isEqualTo(Secret.digest(secret));
    }

    @Test
    void endsASessionThatIsIdleOrOld() {
        database.anna("auditor");
        String idle = database.secret("auditor");
        database.wait(Sessions.IDLE.plusSeconds(1));
        assertThat(database.identities.sessions().find(idle)).isEmpty();

        String busy = database.secret("auditor");
        for (Duration used = Duration.ZERO; used.compareTo(Sessions.LONGEST) < 0; used = used.plusMinutes(30)) {
            assertThat(database.identities.sessions().find(busy)).isPresent();
            database.wait(Duration.ofMinutes(30));
        }
        assertThat(database.identities.sessions().find(busy)).isEmpty();
    }

    @Test
    void closesTheDoorAfterManyTriesAndOpensItAgain() {
        database.anna("auditor");
        for (int i = 0; i < Throttle.PER_ACCOUNT; i++) {
            assertThat(database.signIn("auditor", "wrong")).isInstanceOf(SignInAnswer.Refused.class);
        }

        for (int i = 0; i < 5; i++) {
            assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.TooOften.class);
        }
        database.wait(Throttle.WINDOW.plusSeconds(1));
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(database.acts())
                .containsExactly(
                        "account.created", "account.sign-in-failed", "account.sign-in-throttled", "account.signed-in");
    }

    @Test
    void closesTheDoorToAnAddressThatTriesManyAccounts() {
        database.anna("auditor");
        for (int i = 0; i < Throttle.PER_ADDRESS; i++) {
            assertThat(database.signIn("nobody-" + i, "x".repeat(Passwords.LONGEST + 1)))
                    .isInstanceOf(SignInAnswer.Refused.class);
        }

        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.TooOften.class);
    }
}
