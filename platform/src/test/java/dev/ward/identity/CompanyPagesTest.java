package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Ward;
import dev.ward.database.TestDatabase;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A Ward whose operator has named a provider: its own context, since the others share one without.
class CompanyPagesTest {

    private static final TestProvider PROVIDER = new TestProvider(Clock.systemUTC());

    private static @Nullable ConfigurableApplicationContext context;
    private static int port;

    @BeforeAll
    static void start() {
        ConfigurableApplicationContext started = new SpringApplicationBuilder(Ward.class, TestCallers.class)
                .properties(TestDatabase.fresh().settings())
                .properties(
                        "spring.flyway.enabled=false",
                        "server.port=0",
                        "ward.oidc.issuer=" + PROVIDER.issuer(),
                        "ward.oidc.client-id=" + TestProvider.CLIENT,
                        "ward.oidc.client-secret=" + TestProvider.SECRET,
                        "ward.oidc.name=Maker")
                .run();
        context = started;
        port = started.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(context).close();
        PROVIDER.close();
    }

    private static TestCallers callers() {
        return Objects.requireNonNull(context).getBean(TestCallers.class);
    }

    private static String to(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://127.0.0.1:" + port, "");
    }

    /// Follows to the provider, signs in there, and comes back.
    private static HttpResponse<String> travel(Browser browser, String from, String subject) {
        return browser.get("/sign-in/company/back?" + PROVIDER.signIn(to(browser.get(from)), subject));
    }

    @Test
    void linksAnAccountAndLetsItInAndConfirmsIt() {
        Browser browser = callers().signedIn(port, "clinical-safety");
        String page = browser.get("/account/company").body();
        PageAsserts.assertSound(page);
        assertThat(browser.submit("/account/company", "/account/company/link", Map.of("present", "wrong"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> begun =
                browser.submit("/account/company", "/account/company/link", Map.of("present", TestCallers.PASSWORD));
        PageAsserts.assertSound(begun.body());
        assertThat(begun.body()).contains("href=\"/sign-in/company/go\"");
        assertThat(to(travel(browser, "/sign-in/company/go", "clara"))).isEqualTo("/account/company");
        assertThat(browser.get("/account/company").body()).contains("Linked with the sign-in of Maker");

        Browser fresh = Browser.at(port);
        String door = fresh.get("/sign-in").body();
        PageAsserts.assertSound(door);
        assertThat(door).contains("Sign in with Maker");
        assertThat(to(travel(fresh, "/sign-in/company?to=/cases", "clara"))).isEqualTo("/cases");
        assertThat(fresh.get("/cases").statusCode()).isEqualTo(200);
        assertThat(to(travel(fresh, "/account/company/confirm?to=/assessments", "clara")))
                .isEqualTo("/assessments");
        assertThat(to(Browser.at(port).get("/sign-in/company", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo("/sign-in");
        HttpResponse<String> stranger = travel(Browser.at(port), "/sign-in/company", "eve");
        assertThat(stranger.statusCode()).isEqualTo(401);
        PageAsserts.assertSound(stranger.body());
        assertThat(stranger.body()).contains("No account here is linked with you.");
        assertThat(Browser.at(port).get("/sign-in/company/back?code=x&state=y").statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsAnInvitedPersonInWithoutAPassword() {
        Accounts accounts = Objects.requireNonNull(context).getBean(Accounts.class);
        Accounts.Invited invited = accounts.invite(IdentityDatabase.TEST, "nora@example.org", "Nora New", "counsel");
        Browser browser = Browser.at(port);
        String invitation = browser.get("/invitation?code=" + invited.code()).body();
        PageAsserts.assertSound(invitation);
        assertThat(invitation).contains("/invitation/company?code=" + invited.code());

        assertThat(to(travel(browser, "/invitation/company?code=" + invited.code(), "nora")))
                .isEqualTo("/");

        assertThat(browser.get("/account").body()).contains("Nora New");
        assertThat(accounts.find(invited.id()).orElseThrow().hasPassword()).isTrue();
        assertThat(browser.get("/invitation/company?code=" + invited.code()).statusCode())
                .isEqualTo(404);
    }
}
