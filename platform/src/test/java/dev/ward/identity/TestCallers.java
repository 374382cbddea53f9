package dev.ward.identity;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.web.Browser;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Signs tests in: a token or a signed-in browser of any role, in the database that the test class has.
@Component
public class TestCallers {

    public static final String PASSWORD = "correct horse battery";

    /// The system that keeps training records.
    static final Caller TRAINING = new Caller(
            new Actor(Actor.Kind.TOKEN, "training", "Training records"),
            null,
            null,
            "quality-regulatory",
            "Quality and regulatory",
            null,
            Set.of(Permission.QUALIFICATION_GRANT));

    private final Accounts accounts;
    private final AccountRepository repository;
    private final Qualifications qualifications;
    private final Sessions sessions;
    private final Tokens tokens;

    TestCallers(
            Accounts accounts,
            AccountRepository repository,
            Qualifications qualifications,
            Sessions sessions,
            Tokens tokens) {
        this.accounts = accounts;
        this.repository = repository;
        this.qualifications = qualifications;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /// Makes a token; send it as `Authorization: Bearer …`.
    public String token(String role) {
        return role.equals(Role.HOSPITAL)
                ? token(account(role))
                : tokens.createToken(role, "test of " + role).secret();
    }

    /// Makes a token of a customer's person.
    public String token(AccountId hospital) {
        Caller caller = sessions.find(sessions.open(hospital)).orElseThrow();
        return tokens.create(caller, new Tokens.Order("test of " + hospital, Role.HOSPITAL, null, null))
                .secret();
    }

    /// Makes the role's person when there is none yet: `<role>@example.org` with [#PASSWORD], qualified to sign for
    /// everything that their role may.
    public AccountId account(String role) {
        return repository
                .findCredentials(email(role))
                .map(Credentials::id)
                .orElseGet(() -> role.equals(Role.HOSPITAL)
                        ? hospital(new OrganisationId(Uuids.next()), role)
                        : qualified(accounts.createAccount(
                                Actor.machine("test"), email(role), "Person of " + role, role, PASSWORD)));
    }

    private AccountId qualified(AccountId person) {
        for (Competence competence : Competence.values()) {
            qualifications.grant(TRAINING, person, new QualificationDraft(competence, "TR-1", null, null));
        }
        return person;
    }

    /// Makes a person of a customer: `<name>@example.org` with [#PASSWORD].
    public AccountId hospital(OrganisationId organisation, String name) {
        return accounts.createAccount(Actor.machine("test"), organisation, email(name), "Person of " + name, PASSWORD);
    }

    public static String email(String role) {
        return role + "@example.org";
    }

    /// The same for an account.
    public String session(AccountId account) {
        return sessions.open(account);
    }

    /// Opens a session and gives the value of its cookie, `ward`.
    public String session(String role) {
        return sessions.open(account(role));
    }

    /// The role's person, as who sends a request from a session.
    public Caller caller(String role) {
        return sessions.find(session(role)).orElseThrow();
    }

    /// A program that calls with a token which the role's person made.
    public Caller program(String role) {
        String secret = tokens.create(caller(role), new Tokens.Order("program of " + role, role, null, null))
                .secret();
        return tokens.authenticate(secret).orElseThrow();
    }

    /// Signs a browser in by the page, as a person does.
    public Browser signedIn(int port, String role) {
        account(role);
        Browser browser = Browser.at(port);
        browser.submit("/sign-in", "/sign-in", Map.of("email", email(role), "password", PASSWORD));
        return browser;
    }
}
