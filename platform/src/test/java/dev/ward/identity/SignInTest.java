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
    void endsASessionOfATimeThatHasNotComeYet() {
        database.anna("auditor");
        database.wait(Duration.ofDays(30_000));
        String ahead = database.secret("auditor");
        database.wait(Duration.ofDays(-30_000));

        assertThat(database.identities.sessions().find(ahead)).isEmpty();
        assertThat(database.identities.sessions().find(database.secret("auditor")))
                .isPresent();
        assertThat(database.jdbc
                        .sql("SELECT count(*) FROM identity.session")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsNobodyOutUntilAWrongTimeComesAgain() {
        database.anna("auditor");
        database.wait(Duration.ofDays(1));
        for (int i = 0; i <= Throttle.PER_PLACE; i++) {
            database.signIn("auditor", "wrong");
        }
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.TooOften.class);

        database.wait(Duration.ofDays(-1));

        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void closesTheDoorAfterManyTriesAndOpensItAgain() {
        database.anna("auditor");
        for (int i = 0; i < Throttle.PER_PLACE; i++) {
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
    void keepsNobodyOutBecauseAStrangerGuesses() {
        database.anna("auditor");
        SignInAnswer.Welcome home = (SignInAnswer.Welcome) database.signIn("auditor", IdentityDatabase.PASSWORD);
        for (int i = 0; i < Throttle.PER_PLACE + 1; i++) {
            database.signIn("auditor", "wrong", "198.51.100.1", null);
        }

        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "198.51.100.1", null))
                .isInstanceOf(SignInAnswer.TooOften.class);
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "192.0.2.7", null))
                .isInstanceOf(SignInAnswer.Welcome.class);
        for (int i = 0; i < Throttle.PER_ACCOUNT; i++) {
            database.signIn("auditor", "wrong", "203.0.113." + i, null);
        }
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "192.0.2.8", null))
                .isInstanceOf(SignInAnswer.TooOften.class);
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "198.51.100.1", home.device()))
                .isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void givesABrowserThatItKnowsItsOwnTriesAndForItsPersonAlone() {
        database.anna("auditor");
        database.anna("administrator");
        String device = ((SignInAnswer.Welcome) database.signIn("auditor", IdentityDatabase.PASSWORD)).device();
        for (int i = 0; i < Throttle.PER_PLACE; i++) {
            assertThat(database.signIn("auditor", "wrong", "192.0.2.1", device))
                    .isInstanceOf(SignInAnswer.Refused.class);
        }

        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "192.0.2.1", device))
                .isInstanceOf(SignInAnswer.TooOften.class);
        for (int i = 0; i < Throttle.PER_PLACE; i++) {
            database.signIn("administrator", "wrong", "192.0.2.9", null);
        }
        assertThat(database.signIn("administrator", IdentityDatabase.PASSWORD, "192.0.2.9", device))
                .isInstanceOf(SignInAnswer.TooOften.class);
        database.wait(Browsers.REMEMBERED.plusSeconds(1));
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "192.0.2.1", device))
                .isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void countsTheAddressesOfOneSubscriberAsOne() {
        assertThat(Knock.network("2001:db8:1:2:3::1")).isEqualTo(Knock.network("2001:db8:1:2:ffff::9"));
        assertThat(Knock.network("2001:db8:1:2::1")).isNotEqualTo(Knock.network("2001:db8:1:3::1"));
        assertThat(Knock.network("::ffff:192.0.2.1")).isEqualTo(Knock.network("192.0.2.1"));
        database.anna("auditor");
        for (int i = 0; i < Throttle.PER_PLACE; i++) {
            database.signIn("auditor", "wrong", "2001:db8::" + i, null);
        }
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD, "2001:db8::ffff", null))
                .isInstanceOf(SignInAnswer.TooOften.class);
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
