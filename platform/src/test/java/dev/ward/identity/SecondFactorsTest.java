package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {

    private static final Duration STEP = Duration.ofSeconds(Totp.STEP_SECONDS);

    private final IdentityDatabase database = new IdentityDatabase();
    private final SecondFactors factors = database.identities.secondFactors();
    private final SecondStep step = database.identities.secondStep();
    private final AccountId anna = database.anna("auditor");

    @AfterEach
    void close() {
        database.close();
    }

    private Caller caller() {
        return database.identities
                .sessions()
                .find(database.identities.sessions().open(anna))
                .orElseThrow();
    }

    private Phone setUp() {
        Phone phone =
                Phone.of(factors.begin(caller(), IdentityDatabase.PASSWORD).secret());
        factors.confirm(caller(), phone.code(database.now()));
        database.wait(STEP);
        return phone;
    }

    private String pending() {
        return ((SignInAnswer.Further) database.signIn("auditor", IdentityDatabase.PASSWORD)).secret();
    }

    private SignInAnswer take(String secret, String code) {
        return step.take(secret, code, "192.0.2.1", null);
    }

    @Test
    void asksForTheCodeAfterTheRightPasswordAlone() {
        Phone phone = setUp();

        assertThat(database.signIn("auditor", "wrong")).isInstanceOf(SignInAnswer.Refused.class);
        String secret = pending();
        assertThat(database.identities.sessions().find(secret)).isEmpty();
        assertThat(take(secret, "000000")).isInstanceOf(SignInAnswer.Refused.class);
        SignInAnswer welcome = take(secret, phone.code(database.now()));

        assertThat(welcome).isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(database.identities.sessions().find(((SignInAnswer.Welcome) welcome).secret()))
                .isPresent();
        assertThat(take(secret, phone.code(database.now()))).isInstanceOf(SignInAnswer.Over.class);
        assertThat(database.acts())
                .containsSubsequence("account.second-factor-added", "account.code-failed", "account.signed-in");
    }

    @Test
    void takesNoCodeTwiceNorAnEarlierOne() {
        Phone phone = setUp();
        String code = phone.code(database.now());
        String earlier = phone.code(database.now().minus(STEP));
        take(pending(), code);

        assertThat(take(pending(), code)).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(take(pending(), earlier)).isInstanceOf(SignInAnswer.Refused.class);
        database.wait(STEP);
        assertThat(take(pending(), phone.code(database.now()))).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void takesACodeAfterAClockThatWasAheadHasGoneBack() {
        Phone phone = setUp();
        database.wait(Duration.ofDays(30));
        take(pending(), phone.code(database.now()));

        database.wait(Duration.ofDays(-30));

        assertThat(take(pending(), phone.code(database.now()))).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void closesAfterFewTriesAndOpensAgain() {
        Phone phone = setUp();
        String secret = pending();
        for (int i = 0; i < SecondFactors.TRIES; i++) {
            assertThat(take(secret, "000000")).isInstanceOf(SignInAnswer.Refused.class);
        }

        assertThat(take(secret, phone.code(database.now()))).isInstanceOf(SignInAnswer.TooOften.class);
        assertThat(database.acts()).contains("account.code-throttled");
        database.wait(Throttle.WINDOW.plusSeconds(1));
        assertThat(take(secret, phone.code(database.now()))).isInstanceOf(SignInAnswer.Over.class);
        assertThat(take(pending(), phone.code(database.now()))).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void letsInByEachRecoveryCodeOnce() {
        Phone phone =
                Phone.of(factors.begin(caller(), IdentityDatabase.PASSWORD).secret());
        List<String> codes = factors.confirm(caller(), phone.code(database.now()));

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        assertThat(take(pending(), codes.getFirst().toLowerCase(java.util.Locale.ROOT)))
                .isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(take(pending(), codes.getFirst())).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(factors.find(anna).codesLeft()).isEqualTo(9);
        assertThat(database.acts()).contains("account.recovery-code-used");
        List<String> others = factors.renew(caller(), IdentityDatabase.PASSWORD, codes.get(1));
        assertThat(take(pending(), codes.get(2))).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(take(pending(), others.get(2))).isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(database.jdbc
                        .sql("SELECT string_agg(encode(code, 'escape'), ' ') FROM identity.recovery_code")
                        .query(String.class)
                        .single())
                .doesNotContain(others.get(3).replace("-", ""));
    }

    @Test
    void letsNobodyInWithoutOneWhoseRoleNeedsIt() {
        factors.require(
                IdentityDatabase.TEST,
                Set.of("auditor"),
                database.identities.roles().list());

        SignInAnswer.Further further = (SignInAnswer.Further) database.signIn("auditor", IdentityDatabase.PASSWORD);
        assertThat(further.setUp()).isTrue();
        assertThat(take(further.secret(), "000000")).isInstanceOf(SignInAnswer.Refused.class);
        Phone phone = Phone.of(step.begin(further.secret()).orElseThrow().secret());
        assertThatThrownBy(() -> step.enrol(further.secret(), "000000", "192.0.2.1", null))
                .isInstanceOf(AccountTrouble.class);
        SecondStep.Enrolled enrolled = step.enrol(further.secret(), phone.code(database.now()), "192.0.2.1", null)
                .orElseThrow();

        assertThat(enrolled.codes()).hasSize(10);
        assertThat(database.identities.sessions().find(enrolled.welcome().secret()))
                .isPresent();
        database.wait(STEP);
        assertThatThrownBy(() -> factors.remove(caller(), IdentityDatabase.PASSWORD, phone.code(database.now())))
                .hasMessageContaining("does not come in without");
        factors.require(
                IdentityDatabase.TEST, Set.of(), database.identities.roles().list());
        factors.remove(caller(), IdentityDatabase.PASSWORD, phone.code(database.now()));
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
        assertThatThrownBy(() -> factors.require(
                        IdentityDatabase.TEST,
                        Set.of("king"),
                        database.identities.roles().list()))
                .hasMessage("There is no role \"king\".");
    }

    @Test
    void forgetsASignInThatWaitsWhenThePasswordChanges() {
        Phone phone = setUp();
        String secret = pending();

        database.identities.accounts().changePassword(anna, IdentityDatabase.PASSWORD, "a better password");

        assertThat(take(secret, phone.code(database.now()))).isInstanceOf(SignInAnswer.Over.class);
    }

    @Test
    void isTakenAwayByAnAdministratorWhenItIsLost() {
        setUp();
        String session = database.identities.sessions().open(anna);

        factors.reset(IdentityDatabase.TEST, anna);

        assertThat(database.identities.sessions().find(session)).isEmpty();
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(database.acts()).contains("account.second-factor-reset");
        assertThatThrownBy(() -> factors.reset(IdentityDatabase.TEST, anna))
                .hasMessageContaining("no app and no passkey");
    }

    @Test
    void isBegunWithThePresentPasswordAloneAndOnlyOnce() {
        assertThatThrownBy(() -> factors.begin(caller(), "wrong")).hasMessageContaining("not your present password");
        assertThatThrownBy(() -> factors.confirm(caller(), "000000")).hasMessageContaining("Begin again");
        setUp();
        assertThatThrownBy(() -> factors.begin(caller(), IdentityDatabase.PASSWORD))
                .hasMessageContaining("set up an app already");
    }

    @Test
    void countsAtASignatureFromItsSetUpOn() {
        assertThat(factors.confirmForSigning(caller(), "")).isFalse();
        Phone phone = setUp();

        assertThatThrownBy(() -> factors.confirmForSigning(caller(), "")).isInstanceOf(ProblemException.class);
        String code = phone.code(database.now());
        assertThat(factors.confirmForSigning(caller(), code)).isTrue();
        assertThatThrownBy(() -> factors.confirmForSigning(caller(), code)).hasMessageContaining("Nothing was signed");
    }

    @Test
    void keepsNoSeedThatACopyOfTheDatabaseShows() {
        Phone phone = setUp();

        byte[] kept = database.jdbc
                .sql("SELECT seed FROM identity.code_generator")
                .query(byte[].class)
                .single();
        assertThat(kept.length).isGreaterThan(phone.seed().length + 12);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(phone.seed(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void isCountedByRoleWhileItIsMissing() {
        database.identities
                .accounts()
                .createAccount(IdentityDatabase.TEST, "b@example.org", "Ben", "auditor", IdentityDatabase.PASSWORD);
        assertThat(factors.without()).containsExactly(Map.entry("auditor", 2));
        setUp();
        assertThat(factors.without()).containsExactly(Map.entry("auditor", 1));
    }
}
