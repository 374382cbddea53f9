package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.ward.web.ProblemException;
import dev.ward.web.SettingTrouble;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanySignInTest {

    private static final String BACK = "https://ward.example/sign-in/company/back";

    private final IdentityDatabase database = new IdentityDatabase();
    private final TestProvider provider = new TestProvider(database.clock());
    private final CompanySignIn company =
            database.company(new CompanySettings(provider.issuer(), TestProvider.CLIENT, TestProvider.SECRET, "Maker"));
    private final AccountId anna = database.anna("auditor");

    @AfterEach
    void close() {
        provider.close();
        database.close();
    }

    private Caller caller() {
        return database.identities
                .sessions()
                .find(database.identities.sessions().open(anna))
                .orElseThrow();
    }

    /// Goes to the provider and comes back with what it says.
    private CompanyArrival travel(String secret, String subject, @Nullable Caller caller) {
        String address = company.address(secret, BACK).orElseThrow();
        return arrive(secret, provider.signIn(address, subject), caller);
    }

    private CompanyArrival arrive(String secret, String query, @Nullable Caller caller) {
        Map<String, String> answer = TestProvider.fields(query);
        return company.arrive(
                secret,
                new CompanySignIn.Answer(
                        answer.get("state"), answer.get("code"), answer.get("error"), answer.get("iss")),
                BACK,
                new CompanySignIn.Place(caller, "192.0.2.1", null));
    }

    private void link() {
        Caller caller = caller();
        assertThat(travel(company.beginLink(caller, IdentityDatabase.PASSWORD, ""), "anna-at-maker", caller))
                .isInstanceOf(CompanyArrival.Done.class);
    }

    private CompanyArrival signIn() {
        return travel(company.beginSignIn("/cases"), "anna-at-maker", null);
    }

    private void assertIn(CompanyArrival arrival) {
        assertThat(arrival)
                .isInstanceOfSatisfying(
                        CompanyArrival.AtTheDoor.class,
                        in -> assertThat(in.answer())
                                .isInstanceOfSatisfying(
                                        SignInAnswer.Welcome.class,
                                        welcome -> assertThat(database.identities
                                                        .sessions()
                                                        .find(welcome.secret())
                                                        .orElseThrow()
                                                        .account())
                                                .isEqualTo(anna)));
    }

    @Test
    void letsInWhoseAccountIsLinkedAndNobodyElse() {
        assertThat(signIn()).isInstanceOf(CompanyArrival.Failed.class);
        link();

        assertIn(signIn());
        assertThat(travel(company.beginSignIn("/"), "eve-at-maker", null)).isInstanceOf(CompanyArrival.Failed.class);
        assertThat(database.acts()).containsSubsequence("account.company-linked", "account.signed-in");
        database.identities.accounts().disable(IdentityDatabase.TEST, anna);
        assertThat(signIn()).isInstanceOf(CompanyArrival.Failed.class);
    }

    @Test
    void asksForACodeAndProvesItWithPkceStateAndNonce() {
        String secret = company.beginSignIn("/");
        String address = company.address(secret, BACK).orElseThrow();

        Map<String, String> asked = TestProvider.fields(address.substring(address.indexOf('?') + 1));
        assertThat(address).startsWith(provider.issuer() + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("redirect_uri", BACK)
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKey("max_age");
        assertThat(Set.of(asked.get("state"), asked.get("nonce"), asked.get("code_challenge"), secret))
                .hasSize(4);
    }

    @Test
    void takesAnAnswerOnceFromTheBrowserThatWasSentAndInTime() {
        link();
        String secret = company.beginSignIn("/");
        String query = provider.signIn(company.address(secret, BACK).orElseThrow(), "anna-at-maker");
        String others = company.beginSignIn("/");

        assertThat(arrive(others, query, null)).isInstanceOf(CompanyArrival.Failed.class);
        assertThat(arrive("", query, null)).isInstanceOf(CompanyArrival.Failed.class);
        assertIn(arrive(secret, query, null));
        assertThat(arrive(secret, query, null)).isInstanceOf(CompanyArrival.Failed.class);
        String late = company.beginSignIn("/");
        String lateQuery = provider.signIn(company.address(late, BACK).orElseThrow(), "anna-at-maker");
        database.wait(CompanyRepository.AWAY.plusSeconds(1));
        assertThat(arrive(late, lateQuery, null)).isInstanceOf(CompanyArrival.Failed.class);
        String mixed = company.beginSignIn("/");
        String mixedQuery = provider.signIn(company.address(mixed, BACK).orElseThrow(), "anna-at-maker");
        assertThat(arrive(mixed, mixedQuery + "&iss=https%3A%2F%2Fevil.example", null))
                .isInstanceOf(CompanyArrival.Failed.class);
    }

    @Test
    void believesNoTokenThatIsNotForThisSignIn() {
        link();
        Date past = Date.from(database.now().minusSeconds(600));
        List<UnaryOperator<JWTClaimsSet.Builder>> lies = List.of(
                claims -> claims.issuer("https://evil.example"),
                claims -> claims.audience("another"),
                claims -> claims.audience(List.of(TestProvider.CLIENT, "another")),
                claims -> claims.claim("azp", "another"),
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.expirationTime(past),
                claims -> claims.subject(null),
                claims -> claims.subject(" "),
                claims -> claims.claim("auth_time", "yesterday"));
        for (UnaryOperator<JWTClaimsSet.Builder> lie : lies) {
            provider.claim(lie);
            assertThat(signIn()).isInstanceOf(CompanyArrival.Failed.class);
        }
        provider.claim(claims -> claims);
        assertIn(signIn());
        provider.signNothing();
        assertThat(signIn()).isInstanceOf(CompanyArrival.Failed.class);
    }

    @Test
    void followsTheProviderToAnotherKey() {
        link();
        provider.changeKey();
        database.wait(Duration.ofMinutes(1));

        assertIn(signIn());
    }

    @Test
    void asksForTheOwnSecondFactorUnlessTheProviderDid() {
        link();
        database.identities
                .secondFactors()
                .require(
                        IdentityDatabase.TEST,
                        Set.of("auditor"),
                        database.identities.roles().list());

        assertThat(signIn())
                .isInstanceOfSatisfying(
                        CompanyArrival.AtTheDoor.class,
                        in -> assertThat(in.answer()).isInstanceOf(SignInAnswer.Further.class));
        provider.claim(claims -> claims.claim("amr", List.of("pwd", "mfa")));
        assertIn(signIn());
    }

    @Test
    void linksWithThePresentPasswordInTheSameSessionAndOnce() {
        assertThatThrownBy(() -> company.beginLink(caller(), "wrong", "")).isInstanceOf(AccountTrouble.class);
        Caller caller = caller();
        assertThat(travel(company.beginLink(caller, IdentityDatabase.PASSWORD, ""), "anna-at-maker", caller()))
                .as("another session")
                .isInstanceOf(CompanyArrival.Failed.class);
        link();
        assertThat(travel(company.beginLink(caller, IdentityDatabase.PASSWORD, ""), "another", caller))
                .as("linked already")
                .isInstanceOf(CompanyArrival.Failed.class);

        company.unlink(caller, IdentityDatabase.PASSWORD, "");

        assertThat(signIn()).isInstanceOf(CompanyArrival.Failed.class);
        assertThat(database.acts()).contains("account.company-unlinked");
    }

    @Test
    void letsAnInvitedPersonInByTheLinkOnce() {
        Accounts.Invited invited =
                database.identities.accounts().invite(IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor");
        String secret = company.beginInvitation(invited.code());
        String another = company.beginInvitation(invited.code());

        assertThat(travel(secret, "eve-at-maker", null))
                .isInstanceOfSatisfying(
                        CompanyArrival.AtTheDoor.class,
                        in -> assertThat(in.answer()).isInstanceOf(SignInAnswer.Welcome.class));
        assertThat(travel(another, "mallory-at-maker", null)).isInstanceOf(CompanyArrival.Failed.class);
        assertThatThrownBy(() -> company.beginInvitation(invited.code())).isInstanceOf(AccountTrouble.class);
    }

    @Test
    void confirmsASignatureByAFreshSignInOnceAndForTwoMinutes() {
        link();
        Caller caller = caller();
        String address =
                company.address(company.beginConfirmation(caller, "/"), BACK).orElseThrow();
        assertThat(address).contains("prompt=login").contains("max_age=0");
        assertThatThrownBy(() -> company.confirm(caller)).isInstanceOf(ProblemException.class);

        assertThat(travel(company.beginConfirmation(caller, "/"), "anna-at-maker", caller))
                .isInstanceOf(CompanyArrival.Done.class);

        assertThat(company.isConfirmed(caller)).isTrue();
        assertThat(company.isConfirmed(caller())).as("another session").isFalse();
        assertThat(company.confirm(caller).caller()).isEqualTo(caller);
        assertThatThrownBy(() -> company.confirm(caller)).hasMessageContaining("Nothing was done");
        travel(company.beginConfirmation(caller, "/"), "anna-at-maker", caller);
        database.wait(CompanySignIn.CONFIRMED.plusSeconds(1));
        assertThatThrownBy(() -> company.confirm(caller)).isInstanceOf(ProblemException.class);
    }

    @Test
    void confirmsNothingByAnOldSignInOrAnotherPerson() {
        link();
        Caller caller = caller();
        provider.claim(claims -> claims.claim(
                "auth_time",
                database.now().minus(CompanySignIn.SKEW).minusSeconds(1).getEpochSecond()));
        assertThat(travel(company.beginConfirmation(caller, "/"), "anna-at-maker", caller))
                .isInstanceOf(CompanyArrival.Failed.class);
        provider.claim(claims -> claims.claim("auth_time", null));
        assertThat(travel(company.beginConfirmation(caller, "/"), "anna-at-maker", caller))
                .isInstanceOf(CompanyArrival.Failed.class);
        provider.claim(claims -> claims);
        assertThat(travel(company.beginConfirmation(caller, "/"), "eve-at-maker", caller))
                .isInstanceOf(CompanyArrival.Failed.class);
        assertThat(company.isConfirmed(caller)).isFalse();
    }

    @Test
    void saysThatTheProviderIsAway() {
        String secret = company.beginSignIn("/");
        provider.close();

        assertThatThrownBy(() -> company.address(secret, BACK)).hasMessageContaining("does not answer");
    }

    @Test
    void takesAProviderByHttpsAloneAndWithAClient() {
        assertThatThrownBy(() -> new CompanySettings("http://login.example", "ward", "", "Maker"))
                .isInstanceOf(SettingTrouble.class);
        assertThatThrownBy(() -> new CompanySettings("https://login.example", "", "", "Maker"))
                .hasMessageContaining("WARD_OIDC_CLIENT_ID");
        assertThat(new CompanySettings("", "", "", "Maker").isSet()).isFalse();
    }
}
