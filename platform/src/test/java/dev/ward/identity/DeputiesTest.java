package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.audit.Actor;
import dev.ward.web.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeputiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final IdentityDatabase database = new IdentityDatabase();
    private final Deputies deputies = database.identities.deputies();
    private final Sessions sessions = database.identities.sessions();
    private final AccountId clara = database.identities
            .accounts()
            .createAccount(
                    IdentityDatabase.TEST,
                    "clara@example.org",
                    "Clara Heart",
                    "clinical-safety",
                    IdentityDatabase.PASSWORD);
    private final AccountId anna = database.anna("auditor");
    private final String annas = database.secret("auditor");

    @AfterEach
    void close() {
        database.close();
    }

    private Caller clara() {
        return sessions.find(database.secret("clara")).orElseThrow();
    }

    private Caller anna() {
        return sessions.find(annas).orElseThrow();
    }

    private static DeputyDraft for3Days(AccountId deputy) {
        return new DeputyDraft(deputy.value(), null, TODAY.plusDays(2), "Away.");
    }

    @Test
    void actsInTheAbsentPersonsRoleAndSaysSo() {
        Deputyship named = deputies.name(clara(), clara, for3Days(anna));

        assertThat(deputies.open(anna)).extracting(Deputyship::id).containsExactly(named.id());
        assertThat(anna().role()).isEqualTo("auditor");
        deputies.act(anna(), annas, named.id());

        Caller acting = anna();
        assertThat(acting.account()).isEqualTo(anna);
        assertThat(acting.role()).isEqualTo("clinical-safety");
        assertThat(acting.may(Permission.HARM_SIGN)).isTrue();
        assertThat(acting.may(Permission.ACCOUNT_READ))
                .as("what only the own role may")
                .isFalse();
        assertThat(acting.actor().name()).isEqualTo("Anna Berg, deputy of Clara Heart (Clinical safety)");
        assertThat(acting.printedName()).isEqualTo("Anna Berg");
        assertThat(acting.capacity()).isEqualTo("deputy of Clara Heart (Clinical safety)");
        deputies.leave(acting, annas);
        assertThat(anna().actor().name()).isEqualTo("Anna Berg");
        assertThat(database.acts()).endsWith("account.deputy-named", "account.deputy-began", "account.deputy-left");
    }

    @Test
    void actsOnItsDaysAloneAndOnlyWhileTheAbsentPersonHasTheRole() {
        Deputyship named = deputies.name(
                clara(), clara, new DeputyDraft(anna.value(), TODAY.plusDays(1), TODAY.plusDays(1), "Away."));
        assertThatThrownBy(() -> deputies.act(anna(), annas, named.id())).hasMessageContaining("no such deputy");

        database.wait(Duration.ofDays(1));
        String session = database.secret("auditor");
        deputies.act(sessions.find(session).orElseThrow(), session, named.id());
        assertThat(sessions.find(session).orElseThrow().role()).isEqualTo("clinical-safety");

        database.identities.accounts().changeRole(IdentityDatabase.TEST, clara, "field-service");
        assertThat(sessions.find(session).orElseThrow().role()).isEqualTo("auditor");
        database.identities.accounts().changeRole(IdentityDatabase.TEST, clara, "clinical-safety");
        assertThat(sessions.find(session).orElseThrow().role()).isEqualTo("clinical-safety");
        database.identities.accounts().disable(IdentityDatabase.TEST, clara);
        assertThat(sessions.find(session).orElseThrow().role()).isEqualTo("auditor");
        database.identities.accounts().enable(IdentityDatabase.TEST, clara);

        database.wait(Duration.ofDays(1));
        String later = database.secret("auditor");
        assertThat(deputies.open(anna)).isEmpty();
        assertThatThrownBy(() -> deputies.act(sessions.find(later).orElseThrow(), later, named.id()))
                .hasMessageContaining("no such deputy");
    }

    @Test
    void isNoDeputyAnyMoreWhoBecameAnInspector() {
        Deputyship named = deputies.name(clara(), clara, for3Days(anna));
        deputies.act(anna(), annas, named.id());
        Mandate mandate = new Mandate(new TokenRepository(database.jdbc), database.jdbc, database.clock());
        Actor person = anna().actor();
        assertThatCode(() -> mandate.confirm(person, Permission.HARM_SIGN)).doesNotThrowAnyException();

        database.identities.accounts().changeRole(IdentityDatabase.TEST, anna, "inspector");

        assertThat(sessions.find(annas)).map(Caller::role).contains("inspector");
        assertThat(sessions.find(annas)).map(Caller::deputising).isEmpty();
        assertThatThrownBy(() -> mandate.confirm(person, Permission.HARM_SIGN)).hasMessageContaining("may no longer");
    }

    @Test
    void endsAtOnceWhenOneOfTheTwoEndsIt() {
        Deputyship named = deputies.name(clara(), clara, for3Days(anna));
        deputies.act(anna(), annas, named.id());

        deputies.end(clara(), clara, named.id());

        assertThat(anna().role()).isEqualTo("auditor");
        assertThatThrownBy(() -> deputies.end(clara(), clara, named.id())).hasMessageContaining("over already");
        assertThat(database.acts()).containsOnlyOnce("account.deputy-ended");
    }

    @Test
    void isNamedByTheAbsentPersonOrWhoMayChangeAccountsAndByNobodyForThemselves() {
        assertThatThrownBy(() -> deputies.name(anna(), clara, for3Days(anna)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("for yourself alone");
        assertThatThrownBy(() -> deputies.name(clara(), clara, for3Days(clara)))
                .hasMessageContaining("Nobody makes themselves a deputy");
        assertThatThrownBy(() -> deputies.name(
                        clara(), clara, new DeputyDraft(anna.value(), null, TODAY.plusDays(400), "Away.")))
                .hasMessageContaining("366 days at most");
        AccountId admin = database.anna("administrator");
        Caller administrator = sessions.find(database.secret("administrator")).orElseThrow();

        assertThatThrownBy(() -> deputies.name(administrator, clara, for3Days(admin)))
                .hasMessageContaining("Nobody makes themselves a deputy");
        assertThat(deputies.name(administrator, clara, for3Days(anna)).namedBy())
                .isEqualTo("Anna Berg");
    }

    @Test
    void isNobodyFromOutside() {
        AccountId hanna = database.identities
                .accounts()
                .createAccount(
                        IdentityDatabase.TEST,
                        new OrganisationId(java.util.UUID.randomUUID()),
                        "hanna@example.org",
                        "Hanna",
                        IdentityDatabase.PASSWORD);

        assertThatThrownBy(() -> deputies.name(clara(), clara, for3Days(hanna))).hasMessageContaining("no such person");
    }

    @Test
    void isMarkedWhenQualifiedAndTellsWhenNotOrNotAlone() {
        DeputyHints hints = new DeputyHints(
                database.identities.roles(),
                new QualificationRepository(database.jdbc),
                new DeputyRepository(database.jdbc),
                database.clock());
        assertThat(hints.qualified("clinical-safety")).isEmpty();
        assertThat(hints.of(deputies.name(clara(), clara, for3Days(anna))))
                .containsExactly("Anna Berg is not qualified for clinical safety on all of these days,"
                        + " and signs nothing for it without.");

        database.identities
                .qualifications()
                .grant(
                        TestCallers.TRAINING,
                        anna,
                        new QualificationDraft(Competence.CLINICAL_SAFETY, "TR-9", null, TODAY.plusDays(2)));

        assertThat(hints.qualified("clinical-safety")).containsOnlyKeys(anna);
        assertThat(hints.qualified("auditor")).as("signs nothing").isEmpty();
        assertThat(hints.of(deputies.name(clara(), clara, for3Days(anna))))
                .containsExactly(
                        "Anna Berg is a deputy of Clara Heart from 2026-11-22 to 2026-11-24 already; both may act.");
        DeputyDraft later = new DeputyDraft(anna.value(), TODAY.plusDays(3), TODAY.plusDays(4), "Away.");
        assertThat(hints.of(deputies.name(clara(), clara, later)))
                .hasSize(1)
                .first()
                .asString()
                .contains("is not qualified for clinical safety on all of these days");
    }
}
