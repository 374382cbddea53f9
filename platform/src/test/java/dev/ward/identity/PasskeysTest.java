package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.web.ProblemException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PasskeysTest {

    private static final String ORIGIN = "https://ward.example";

    private final IdentityDatabase database = new IdentityDatabase();
    private final Passkeys passkeys = database.identities.passkeys();
    private final AccountId anna = database.anna("auditor");
    private final SoftKey key = new SoftKey();

    @BeforeEach
    void askFromABrowser() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setScheme("https");
        request.setServerName("ward.example");
        request.setServerPort(443);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void close() {
        RequestContextHolder.resetRequestAttributes();
        database.close();
    }

    private Caller caller() {
        return database.identities
                .sessions()
                .find(database.identities.sessions().open(anna))
                .orElseThrow();
    }

    private String begin() {
        return passkeys.begin(caller(), IdentityDatabase.PASSWORD, "");
    }

    private void add() {
        passkeys.add(caller(), "Notebook", key.create(begin(), ORIGIN));
    }

    private SignInAnswer signIn(String answer) {
        return passkeys.signIn(answer, "192.0.2.1", null);
    }

    @Test
    void letsInWhoseDeviceSignsForThisWard() {
        add();

        SignInAnswer answer = signIn(key.get(passkeys.beginSignIn(), ORIGIN));

        assertThat(answer).isInstanceOf(SignInAnswer.Welcome.class);
        Caller in = database.identities
                .sessions()
                .find(((SignInAnswer.Welcome) answer).secret())
                .orElseThrow();
        assertThat(in.account()).isEqualTo(anna);
        assertThat(passkeys.list(anna)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Notebook");
            assertThat(one.synced()).isFalse();
            assertThat(one.usedAt()).isNotNull();
        });
        assertThat(database.acts()).containsSubsequence("account.passkey-added", "account.signed-in");
    }

    @Test
    void takesNoAnswerTwiceNorLate() {
        add();
        String answer = key.get(passkeys.beginSignIn(), ORIGIN);
        assertThat(signIn(answer)).isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(signIn(answer)).isInstanceOf(SignInAnswer.Refused.class);

        String late = key.get(passkeys.beginSignIn(), ORIGIN);
        database.wait(PasskeyRepository.VALID.plusSeconds(1));
        assertThat(signIn(late)).isInstanceOf(SignInAnswer.Refused.class);
        String registration = begin();
        assertThatThrownBy(() -> passkeys.add(caller(), "Late", lateOf(new SoftKey().create(registration, ORIGIN))))
                .hasMessageContaining("took too long");
    }

    private String lateOf(String answer) {
        database.wait(Duration.ofMinutes(11));
        return answer;
    }

    @Test
    void takesNoAnswerForAnotherPageOrWithoutPinOrFingerprint() {
        add();

        assertThat(signIn(key.get(passkeys.beginSignIn(), "https://ward.example.evil.example")))
                .isInstanceOf(SignInAnswer.Refused.class);
        assertThat(signIn(key.getUnverified(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(signIn(key.get(passkeys.beginSignIn().replace("ward.example", "evil.example"), ORIGIN)))
                .isInstanceOf(SignInAnswer.Refused.class);
        assertThat(signIn(new SoftKey().get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
    }

    @Test
    void noticesACopyThatCountsAnew() {
        add();
        assertThat(signIn(key.get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Welcome.class);

        key.forget();

        assertThat(signIn(key.get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
    }

    @Test
    void takesAnAnswerForWhatItWasAskedAlone() {
        add();
        Caller caller = caller();
        String toSign = passkeys.beginSigning(anna).orElseThrow();

        assertThat(signIn(key.get(toSign, ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
        String toSignIn = key.get(passkeys.beginSignIn(), ORIGIN);
        assertThatThrownBy(() -> passkeys.confirm(caller, toSignIn))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Nothing was done");
        Reauthenticated confirmed =
                passkeys.confirm(caller, key.get(passkeys.beginSigning(anna).orElseThrow(), ORIGIN));
        assertThat(confirmed.caller().account()).isEqualTo(anna);
    }

    @Test
    void confirmsNobodyByAnothersPasskey() {
        add();
        AccountId eve = database.identities
                .accounts()
                .createAccount(IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor", IdentityDatabase.PASSWORD);
        Caller evesCaller = database.identities
                .sessions()
                .find(database.identities.sessions().open(eve))
                .orElseThrow();

        assertThat(passkeys.beginSigning(eve)).isEmpty();
        String answer = key.get(passkeys.beginSigning(anna).orElseThrow(), ORIGIN);
        assertThatThrownBy(() -> passkeys.confirm(evesCaller, answer)).isInstanceOf(ProblemException.class);
        String options = passkeys.begin(evesCaller, IdentityDatabase.PASSWORD, "");
        assertThatThrownBy(() -> passkeys.add(evesCaller, "Same", key.create(options, ORIGIN)))
                .hasMessageContaining("known already");
    }

    @Test
    void isMadeAndRemovedWithThePresentPasswordAlone() {
        assertThatThrownBy(() -> passkeys.begin(caller(), "wrong", "")).hasMessageContaining("not your present");
        add();
        UUID id = passkeys.list(anna).getFirst().id();
        assertThatThrownBy(() -> passkeys.remove(caller(), id, "wrong", "")).hasMessageContaining("not your present");

        passkeys.rename(caller(), id, "Telephone");
        assertThat(passkeys.list(anna).getFirst().name()).isEqualTo("Telephone");
        passkeys.remove(caller(), id, IdentityDatabase.PASSWORD, "");

        assertThat(signIn(key.get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(database.acts()).endsWith("account.passkey-renamed", "account.passkey-removed");
    }

    @Test
    void letsNobodyInWhoseAccountIsDisabledOrWhoseFactorsWereReset() {
        add();
        database.identities.accounts().disable(IdentityDatabase.TEST, anna);
        assertThat(signIn(key.get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
        database.identities.accounts().enable(IdentityDatabase.TEST, anna);
        assertThat(signIn(key.get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Welcome.class);

        database.identities.secondFactors().reset(IdentityDatabase.TEST, anna);

        assertThat(signIn(key.get(passkeys.beginSignIn(), ORIGIN))).isInstanceOf(SignInAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "....", "a.b.c", "a.b.c.d.e", "!", "e30.e30.oA", "e30.e30.e30.e30.e30", "YQ.bnVsbA.o2NmbXQ"})
    void refusesWhatNoBrowserAnswers(String answer) {
        add();

        assertThat(signIn(answer)).isInstanceOf(SignInAnswer.Refused.class);
        assertThatThrownBy(() -> passkeys.add(caller(), "Junk", answer)).isInstanceOf(AccountTrouble.class);
    }

    @Test
    void refusesNonsenseInEachPartOfAnAnswer() {
        add();
        for (int part = 0; part < 5; part++) {
            String[] parts = key.get(passkeys.beginSignIn(), ORIGIN).split("\\.", -1);
            for (String nonsense : new String[] {"", "bnVsbA", "W10", "e30", "oA", "gA", "_____w"}) {
                String[] changed = parts.clone();
                changed[part] = nonsense;
                if (part < 4 || !nonsense.isEmpty()) {
                    assertThat(signIn(String.join(".", changed))).isInstanceOf(SignInAnswer.Refused.class);
                }
            }
            String[] made = new SoftKey().create(begin(), ORIGIN).split("\\.", -1);
            if (part > 0 && part < 3) {
                made[part] = "oA";
                assertThatThrownBy(() -> passkeys.add(caller(), "Junk", String.join(".", made)))
                        .isInstanceOf(AccountTrouble.class);
            }
        }
    }

    /// An attestation that nobody signs may be changed unseen; whatever is read of it, it is read without breaking.
    @Test
    void readsEachAnswerWithAChangedByteWithoutBreaking() {
        add();
        RelyingParty here = new RelyingParty("ward.example", ORIGIN);
        for (int part = 1; part < 4; part++) {
            int length = bytes(key.get(passkeys.beginSignIn(), ORIGIN), part).length;
            for (int at = 0; at < length; at++) {
                String changed = changed(key.get(passkeys.beginSignIn(), ORIGIN), part, at);
                assertThat(signIn(changed)).isInstanceOf(SignInAnswer.Refused.class);
            }
        }
        Caller caller = caller();
        int length = bytes(new SoftKey().create(passkeys.begin(anna, here), ORIGIN), 2).length;
        for (int at = 0; at < length; at++) {
            String changed = changed(new SoftKey().create(passkeys.begin(anna, here), ORIGIN), 2, at);
            try {
                passkeys.add(caller, "Changed", changed, here);
            } catch (AccountTrouble e) {
                assertThat(e.words()).isNotEmpty();
            }
        }
    }

    private static byte[] bytes(String answer, int part) {
        return Base64.getUrlDecoder().decode(answer.split("\\.", -1)[part]);
    }

    private static String changed(String answer, int part, int at) {
        byte[] bytes = bytes(answer, part);
        bytes[at % bytes.length] ^= (byte) 0xff; // signatures are not all of one length
        String[] parts = answer.split("\\.", -1);
        parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return String.join(".", parts);
    }

    @Test
    void isPossibleForANameByHttpsAndForThisMachine() {
        assertThat(new RelyingParty("ward.example", ORIGIN).isPossible()).isTrue();
        assertThat(new RelyingParty("localhost", "http://localhost:8080").isPossible())
                .isTrue();
        assertThat(new RelyingParty("ward.example", "http://ward.example").isPossible())
                .isFalse();
        assertThat(new RelyingParty("192.0.2.1", "https://192.0.2.1").isPossible())
                .isFalse();
    }
}
