package dev.ward.identity;

import dev.ward.audit.Actor;
import dev.ward.web.Browser;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Signs tests in: a token or a signed-in browser of any role, in the database that the test class has.
@Component
public class TestCallers {

    public static final String PASSWORD = "correct horse battery";

    private final Accounts accounts;
    private final AccountRepository repository;
    private final Sessions sessions;
    private final Tokens tokens;

    TestCallers(Accounts accounts, AccountRepository repository, Sessions sessions, Tokens tokens) {
        this.accounts = accounts;
        this.repository = repository;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /// Makes a token; send it as `Authorization: Bearer …`.
    public String token(String role) {
        return tokens.createToken(role, "test of " + role).secret();
    }

    /// Makes the role's person when there is none yet: `<role>@example.org` with [#PASSWORD].
    public AccountId account(String role) {
        return repository
                .findCredentials(email(role))
                .map(Credentials::id)
                .orElseGet(() -> accounts.createAccount(
                        Actor.machine("test"), email(role), "Person of " + role, role, PASSWORD));
    }

    public static String email(String role) {
        return role + "@example.org";
    }

    /// Opens a session and gives the value of its cookie, `ward`.
    public String session(String role) {
        return sessions.open(account(role));
    }

    /// Signs a browser in by the page, as a person does.
    public Browser signedIn(int port, String role) {
        account(role);
        Browser browser = Browser.at(port);
        browser.submit("/sign-in", "/sign-in", Map.of("email", email(role), "password", PASSWORD));
        return browser;
    }
}
