package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private final IdentityDatabase database = new IdentityDatabase();
    private final Accounts accounts = database.identities.accounts();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hasTheRolesAndOnlyPermissionsThatExist() {
        assertThat(database.identities.roles().list())
                .extracting(Role::name)
                .containsExactly(
                        "administrator",
                        "product-security",
                        "psirt-lead",
                        "clinical-safety",
                        "quality-regulatory",
                        "regulatory-head",
                        "designated-person",
                        "field-service",
                        "privacy-officer",
                        "counsel",
                        "executive",
                        "auditor",
                        "inspector",
                        "hospital");
        assertThat(database.identities.roles().get("administrator").permissions())
                .as("all but what another discipline has to sign or to grant, and what a customer says")
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(
                        Permission.DEVIATION_SIGN,
                        Permission.PERFORMANCE_APPROVE,
                        Permission.EXPLOITABILITY_SIGN,
                        Permission.HARM_SIGN,
                        Permission.REGULATION_SIGN,
                        Permission.QUALIFICATION_GRANT,
                        Permission.EMERGENCY_OPEN,
                        Permission.EMERGENCY_WATCH,
                        Permission.EMERGENCY_REVIEW,
                        Permission.PRIVILEGED_NOTE,
                        Permission.LEGAL_HOLD,
                        Permission.PURGE_SIGN,
                        Permission.INSPECTION_READ,
                        Permission.PORTAL_READ,
                        Permission.PORTAL_CLAIM)));
        List<String> named = database.jdbc
                .sql("SELECT DISTINCT permission FROM identity.role_permission")
                .query(String.class)
                .list();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Enum::name).toList());
    }

    @Test
    void refusesARoleThatDoesNotExistAndAnAddressTwice() {
        database.anna("auditor");

        assertThatThrownBy(() -> database.anna("king"))
                .isInstanceOf(AccountTrouble.class)
                .hasMessageContaining("There is no role \"king\". Choose one of administrator, product-security");
        assertThatThrownBy(() -> accounts.createAccount(
                        IdentityDatabase.TEST, "AUDITOR@example.org", "Eve", "auditor", IdentityDatabase.PASSWORD))
                .hasMessage("There is already an account with the address \"AUDITOR@example.org\".");
        assertThatThrownBy(() ->
                        accounts.createAccount(IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor", "too short"))
                .hasMessageContaining("at least 12");
    }

    @Test
    void endsEverySessionOfAnAccountThatIsDisabled() {
        AccountId anna = database.anna("auditor");
        String one = database.secret("auditor");
        String other = database.secret("auditor");

        accounts.disable(IdentityDatabase.TEST, anna);

        assertThat(database.identities.sessions().find(one)).isEmpty();
        assertThat(database.identities.sessions().find(other)).isEmpty();
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Refused.class);
        accounts.enable(IdentityDatabase.TEST, anna);
        assertThat(database.identities.sessions().find(one)).isEmpty();
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void endsEverySessionWhenThePasswordChanges() {
        AccountId anna = database.anna("auditor");
        String session = database.secret("auditor");

        assertThatThrownBy(() -> accounts.changePassword(anna, "wrong", "a better password"))
                .hasMessageContaining("not your present password");
        accounts.changePassword(anna, IdentityDatabase.PASSWORD, "a better password");

        assertThat(database.identities.sessions().find(session)).isEmpty();
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(database.signIn("auditor", "a better password")).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void showsAPersonTheirSessionsAndEndsThoseThatTheyChoose() {
        AccountId anna = database.anna("auditor");
        String own = database.secret("auditor");
        database.wait(Duration.ofMinutes(5));
        String other = database.secret("auditor");
        List<OpenSession> open = accounts.sessions(anna, own);

        assertThat(open).extracting(OpenSession::own).containsExactly(true, false);
        assertThatThrownBy(() -> accounts.endSessions(
                        anna, "wrong", List.of(open.getLast().id())))
                .hasMessageContaining("not your present password");
        AccountId eve = accounts.createAccount(
                IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor", IdentityDatabase.PASSWORD);
        accounts.endSessions(
                eve, IdentityDatabase.PASSWORD, List.of(open.getLast().id()));
        assertThat(database.identities.sessions().find(other)).isPresent();

        accounts.endSessions(
                anna, IdentityDatabase.PASSWORD, List.of(open.getLast().id()));

        assertThat(database.identities.sessions().find(other)).isEmpty();
        assertThat(database.identities.sessions().find(own)).isPresent();
        assertThat(database.acts()).endsWith("account.sessions-ended");
    }

    @Test
    void letsAnAdministratorSignAPersonOutEverywhere() {
        AccountId anna = database.anna("auditor");
        String session = database.secret("auditor");

        accounts.endSessions(IdentityDatabase.TEST, anna);

        assertThat(database.identities.sessions().find(session)).isEmpty();
        assertThat(database.signIn("auditor", IdentityDatabase.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
        assertThat(database.acts()).contains("account.sessions-ended");
    }

    @Test
    void letsNobodyGuessAtThePresentPasswordInAnOpenSession() {
        AccountId anna = database.anna("auditor");
        for (int i = 0; i < Throttle.PER_PLACE; i++) {
            assertThatThrownBy(() -> accounts.changePassword(anna, "wrong", "a better password"))
                    .hasMessageContaining("not your present password");
        }

        assertThatThrownBy(() -> accounts.changePassword(anna, IdentityDatabase.PASSWORD, "a better password"))
                .hasMessageContaining("Too many tries");
        assertThat(database.acts()).contains("account.reentry-throttled");
        database.wait(Throttle.WINDOW.plusSeconds(1));
        accounts.changePassword(anna, IdentityDatabase.PASSWORD, "a better password");
    }

    @Test
    void givesAnotherRoleToARunningSession() {
        AccountId anna = database.anna("auditor");
        String session = database.secret("auditor");

        accounts.changeRole(IdentityDatabase.TEST, anna, "product-security");

        assertThat(database.identities.sessions().find(session).orElseThrow().may(Permission.SBOM_WRITE))
                .isTrue();
        assertThat(database.acts()).endsWith("account.role-changed");
    }

    @Test
    void keepsTheLastAdministrator() {
        AccountId only = database.anna("administrator");

        assertThatThrownBy(() -> accounts.disable(IdentityDatabase.TEST, only)).hasMessageContaining("last");
        assertThatThrownBy(() -> accounts.changeRole(IdentityDatabase.TEST, only, "auditor"))
                .hasMessageContaining("last");
    }

    @Test
    void letsAnInvitedPersonChooseAPasswordOnce() {
        Accounts.Invited invited = accounts.invite(IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor");

        accounts.acceptInvitation(invited.code(), "a good password");

        assertThat(database.signIn("eve", "a good password")).isInstanceOf(SignInAnswer.Welcome.class);
        assertThatThrownBy(() -> accounts.acceptInvitation(invited.code(), "another password"))
                .hasMessageContaining("was used");
        String late = accounts.inviteAgain(IdentityDatabase.TEST, invited.id());
        database.wait(Invitations.VALID.plus(Duration.ofSeconds(1)));
        assertThat(accounts.findInvited(late)).isEmpty();
    }

    @Test
    void opensNothingByALinkOfATimeThatHasNotComeYet() {
        database.wait(Duration.ofDays(30_000));
        Accounts.Invited invited = accounts.invite(IdentityDatabase.TEST, "eve@example.org", "Eve", "auditor");
        assertThat(accounts.findInvited(invited.code())).isPresent();

        database.wait(Duration.ofDays(-30_000));

        assertThat(accounts.findInvited(invited.code())).isEmpty();
    }

    @Test
    void letsTheLastAdministratorInAgainByALinkOfTheCommandLine() {
        database.anna("administrator");

        String code = accounts.inviteAgain(IdentityDatabase.TEST, "Administrator@example.org");
        accounts.acceptInvitation(code, "a new good password");

        assertThat(database.signIn("administrator", "a new good password")).isInstanceOf(SignInAnswer.Welcome.class);
        assertThatThrownBy(() -> accounts.inviteAgain(IdentityDatabase.TEST, "eve@example.org"))
                .hasMessage("There is no account with the address \"eve@example.org\".");
    }

    @Test
    void isSetUpOnceByWhoeverHasTheLink() {
        SetUp setUp = database.identities.setUp();
        String lost = code(setUp);
        String code = code(setUp);

        assertThat(setUp.opens(lost)).isFalse();
        assertThatThrownBy(() -> setUp.complete("guessed", "eve@example.org", "Eve", IdentityDatabase.PASSWORD))
                .isInstanceOf(AccountTrouble.class);
        setUp.complete(code, "eve@example.org", "Eve", IdentityDatabase.PASSWORD);

        assertThat(setUp.opens(code)).isFalse();
        assertThat(setUp.openInvitation()).isEmpty();
        assertThatThrownBy(() -> setUp.complete(code, "bob@example.org", "Bob", IdentityDatabase.PASSWORD))
                .isInstanceOf(AccountTrouble.class);
        assertThat(database.identities.accounts().list(Reader.machine("test")))
                .extracting(Account::role)
                .containsExactly("administrator");
    }

    private static String code(SetUp setUp) {
        return setUp.openInvitation().orElseThrow().substring("/setup?code=".length());
    }

    @Test
    void leavesNoNameOrAddressInTheChain() {
        database.anna("auditor");
        database.secret("auditor");

        assertThat(database.jdbc
                        .sql("SELECT string_agg(body, '') FROM audit.entry")
                        .query(String.class)
                        .single())
                .doesNotContain("Anna", "auditor@", "192.0.2");
    }
}
