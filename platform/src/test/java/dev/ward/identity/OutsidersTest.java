package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.database.Uuids;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class OutsidersTest {

    private static final OrganisationId NORTH = new OrganisationId(Uuids.next());

    private final IdentityDatabase database = new IdentityDatabase();
    private final Accounts accounts = database.identities.accounts();
    private final Tokens tokens = database.identities.tokens();

    @AfterEach
    void close() {
        database.close();
    }

    private AccountId hanna() {
        return accounts.createAccount(
                IdentityDatabase.TEST, NORTH, "hospital@example.org", "Hanna Ward", IdentityDatabase.PASSWORD);
    }

    private Caller caller() {
        return database.identities.sessions().find(database.secret("hospital")).orElseThrow();
    }

    @Test
    void areOfTheirOrganisationAndOfNoOther() {
        hanna();
        database.anna("auditor");

        assertThat(caller().organisation()).isEqualTo(NORTH);
        assertThat(accounts.list(Reader.machine("test"), NORTH))
                .extracting(Account::name)
                .containsExactly("Hanna Ward");
        assertThat(accounts.list(Reader.machine("test")))
                .extracting(Account::role)
                .containsExactly("auditor");
    }

    @Test
    void haveTheirOwnRoleAloneAndNobodyElseHasIt() {
        AccountId hanna = hanna();
        AccountId anna = database.anna("auditor");

        assertThatThrownBy(() -> database.anna("hospital"))
                .isInstanceOf(AccountTrouble.class)
                .hasMessage("The role \"hospital\" is for people of other organisations.");
        assertThatThrownBy(() -> accounts.changeRole(IdentityDatabase.TEST, hanna, "auditor"))
                .hasMessage("The role \"auditor\" is for the manufacturer's own people.");
        assertThatThrownBy(() -> accounts.changeRole(IdentityDatabase.TEST, anna, "hospital"))
                .hasMessage("The role \"hospital\" is for people of other organisations.");
    }

    @Test
    void areKeptOnTheirSideByTheDatabaseItself() {
        AccountId hanna = hanna();
        AccountId anna = database.anna("auditor");

        assertThatThrownBy(() -> set("role = 'administrator'", hanna))
                .hasMessageContaining("account_role_outside_fkey");
        assertThatThrownBy(() -> set("role = 'hospital'", anna)).hasMessageContaining("account_role_outside_fkey");
        assertThatThrownBy(() -> set("organisation_id = NULL", hanna))
                .hasRootCauseMessage("ERROR: permission denied for table account");
        assertThatThrownBy(() -> set("organisation_id = gen_random_uuid()", hanna))
                .hasRootCauseMessage("ERROR: permission denied for table account");
    }

    private void set(String change, AccountId account) {
        database.jdbc
                .sql("UPDATE identity.account SET " + change + " WHERE id = :id")
                .param("id", account.value())
                .update();
    }

    @Test
    void mayOnlyWhatIsMeantForThemWhateverTheirCallerSays() {
        hanna();
        Caller caller = caller();

        Caller wrong = new Caller(
                caller.actor(),
                caller.account(),
                caller.owner(),
                caller.role(),
                caller.roleTitle(),
                NORTH,
                Set.of(Permission.values()));

        assertThat(wrong.permissions())
                .containsExactlyInAnyOrder(Permission.PORTAL_READ, Permission.PORTAL_CLAIM, Permission.TOKEN_WRITE)
                .isEqualTo(caller.permissions());
    }

    @Test
    void seeNothingThatIsNobodysAndOfTheRestTheirOwn() {
        Reader hanna = new Reader("hanna", true, NORTH);

        assertThat(hanna.sees("p")).isEqualTo("FALSE");
        assertThat(hanna.seesOf("d.customer_id")).isEqualTo("d.customer_id = '%s'::uuid".formatted(NORTH));
        assertThat(Reader.machine("job").seesOf("d.customer_id")).isEqualTo("TRUE");
        assertThat(Reader.blind("nobody").seesOf("d.customer_id")).isEqualTo("FALSE");
    }

    @Test
    void makeTokensOfTheirOwnRoleAlone() {
        AccountId hanna = hanna();
        Caller caller = caller();

        Tokens.Created created = tokens.create(caller, order("hospital"));

        Caller program = tokens.authenticate(created.secret()).orElseThrow();
        assertThat(program.organisation()).isEqualTo(NORTH);
        assertThat(program.owner()).isEqualTo(hanna);
        assertThatThrownBy(() -> tokens.create(caller, order("auditor")))
                .isInstanceOf(AccountTrouble.class)
                .hasMessage("You may make tokens of your own role alone.");
        assertThatThrownBy(() -> tokens.createToken("hospital", "pipeline"))
                .hasMessage("A token of the role \"hospital\" is made by a person of that organisation.");
        assertThatThrownBy(() -> database.jdbc
                        .sql("UPDATE identity.token SET role = 'administrator', outside = false")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("token_account_id_outside_fkey");
    }

    private static Tokens.Order order(String role) {
        return new Tokens.Order("program", role, null, null);
    }

    @Test
    void seeTheirOwnTokensAlone() {
        hanna();
        Caller caller = caller();
        tokens.create(caller, order("hospital"));
        tokens.createToken("administrator", "pipeline");

        assertThat(tokens.list(new Reader("hanna", true, NORTH), caller))
                .extracting(ApiToken::name)
                .containsExactly("program");
    }
}
