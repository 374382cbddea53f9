package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReauthenticationTest {

    private final IdentityDatabase database = new IdentityDatabase();
    private final Reauthentication reauthentication = database.identities.reauthentication();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void confirmsThePersonByTheirPassword() {
        Caller anna = anna();

        Reauthenticated confirmed = reauthentication.confirm(anna, IdentityDatabase.PASSWORD);

        assertThat(confirmed.caller()).isEqualTo(anna);
        assertThat(confirmed.actor().name()).isEqualTo("Anna Berg");
        assertThat(confirmed.at()).isEqualTo("2026-11-22T10:00:00Z");
    }

    @Test
    void refusesEveryOtherPassword() {
        Caller anna = anna();
        database.identities
                .accounts()
                .createAccount(IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor", "eves own good password");

        assertRefused(anna, "wrong", Problem.INVALID);
        assertRefused(anna, "", Problem.INVALID);
        assertRefused(anna, "eves own good password", Problem.INVALID);
        assertRefused(anna, IdentityDatabase.PASSWORD + "x".repeat(200_000), Problem.INVALID);
        assertThat(database.acts())
                .as("the trail gets the first failure of a window")
                .filteredOn("account.reentry-failed"::equals)
                .hasSize(1);
    }

    @Test
    void neverTakesAToken() {
        Caller person = anna();
        String secret = database.identities
                .tokens()
                .create(person, new Tokens.Order("build", "clinical-safety", null, null))
                .secret();
        Caller token = database.identities.tokens().authenticate(secret).orElseThrow();

        assertThatThrownBy(() -> reauthentication.confirm(token, IdentityDatabase.PASSWORD))
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void letsNobodyGuessAtSomebodyElsesSession() {
        Caller anna = anna();
        for (int i = 0; i < Throttle.PER_PLACE; i++) {
            assertRefused(anna, "wrong", Problem.INVALID);
        }

        assertRefused(anna, IdentityDatabase.PASSWORD, Problem.TOO_MANY_REQUESTS);
        assertThatThrownBy(() -> database.identities
                        .accounts()
                        .changePassword(person(anna), IdentityDatabase.PASSWORD, "a better password"))
                .as("the present password has one count, wherever it is asked for")
                .hasMessageContaining("Too many tries");
        assertThat(database.acts())
                .containsOnlyOnce("account.reentry-throttled")
                .containsOnlyOnce("account.reentry-failed");
        database.wait(Throttle.WINDOW.plusSeconds(1));
        reauthentication.confirm(anna, IdentityDatabase.PASSWORD);
    }

    @Test
    void forgetsTheTriesOfWhoRemembersThePassword() {
        Caller anna = anna();
        for (int i = 0; i < 3 * Throttle.PER_PLACE; i++) {
            assertRefused(anna, "wrong", Problem.INVALID);
            reauthentication.confirm(anna, IdentityDatabase.PASSWORD);
        }
    }

    private Caller anna() {
        database.anna("clinical-safety");
        return database.identities
                .sessions()
                .find(database.secret("clinical-safety"))
                .orElseThrow();
    }

    private static AccountId person(Caller caller) {
        return Objects.requireNonNull(caller.account());
    }

    private void assertRefused(Caller caller, String password, Problem problem) {
        assertThatThrownBy(() -> reauthentication.confirm(caller, password))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(problem);
                    assertThat(refused.errors()).containsKey("password");
                });
    }
}
