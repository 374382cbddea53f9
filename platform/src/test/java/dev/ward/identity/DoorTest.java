package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.web.Browser;
import dev.ward.web.BrowserRules;
import dev.ward.web.PageAsserts;
import dev.ward.web.SignInTries;
import dev.ward.web.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class DoorTest {

    private final int port;
    private final TestCallers callers;
    private final Tokens tokens;
    private final SetUp setUp;

    @Autowired
    DoorTest(@LocalServerPort int port, TestCallers callers, Tokens tokens, SetUp setUp) {
        this.port = port;
        this.callers = callers;
        this.tokens = tokens;
        this.setUp = setUp;
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void letsAPersonInByThePageAndOutAgain() {
        Browser browser = callers.signedIn(port, "administrator");

        HttpResponse<String> people = browser.get("/settings/people");
        assertThat(people.statusCode()).isEqualTo(200);
        assertThat(people.body()).contains("Person of administrator", "Sign out");
        PageAsserts.assertSound(people.body());
        assertThat(browser.submit("/account", "/sign-out", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/settings/people").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?to=%2Fsettings%2Fpeople"));
    }

    @Test
    void refusesAWrongPasswordWithoutSayingWhatIsWrong() {
        callers.account("auditor");
        Browser browser = Browser.at(port);

        HttpResponse<String> wrong = browser.submit(
                "/sign-in", "/sign-in", Map.of("email", TestCallers.email("auditor"), "password", "wrong"));
        HttpResponse<String> unknown =
                browser.submit("/sign-in", "/sign-in", Map.of("email", "eve@example.org", "password", "wrong"));

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("The address or the password is not right.");
        PageAsserts.assertSound(wrong.body());
    }

    @Test
    void givesACookieThatNoScriptAndNoOtherSiteUses() {
        callers.account("auditor");
        HttpResponse<String> welcome = Browser.at(port)
                .submit(
                        "/sign-in",
                        "/sign-in",
                        Map.of(
                                "email",
                                TestCallers.email("auditor"),
                                "password",
                                TestCallers.PASSWORD,
                                "to",
                                "//evil.example"));

        assertThat(welcome.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).matches("ward=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"));
        assertThat(welcome.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("evil"));
    }

    @Test
    void endsTheSessionThatABrowserHadWhenItSignsInAgain() {
        callers.account("auditor");
        Browser browser = Browser.at(port);
        Map<String, String> person = Map.of("email", TestCallers.email("auditor"), "password", TestCallers.PASSWORD);
        String first = cookie(browser.submit("/sign-in", "/sign-in", person));

        String second = cookie(browser.submit("/account", "/sign-in", person));

        assertThat(second).isNotEqualTo(first);
        assertThat(Browser.at(port).get("/account", "Cookie", first).statusCode())
                .isEqualTo(302);
        assertThat(Browser.at(port).get("/account", "Cookie", second).statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsAPersonWhereTheyAreSignedInAndEndsTheOthers() {
        Browser here = callers.signedIn(port, "clinical-safety");
        String elsewhere = "ward=" + callers.session("clinical-safety");
        String page = here.get("/account").body();
        Matcher other = Pattern.compile("name=\"session\" value=\"([^\"]+)\"").matcher(page);
        assertThat(page).contains("This one");
        assertThat(other.find()).isTrue();

        HttpResponse<String> ended = here.submit(
                "/account",
                "/account/sessions/end",
                Map.of("session", other.group(1), "confirm", TestCallers.PASSWORD));

        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(Browser.at(port).get("/account", "Cookie", elsewhere).statusCode())
                .isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    private static String cookie(HttpResponse<String> welcome) {
        return welcome.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("ward="))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cutsNoPasswordThatIsTyped() throws Exception {
        assertThat(send("GET", "/sign-in").body())
                .containsPattern("<input [^>]*name=\"password\" type=\"password\"")
                .doesNotContainPattern("type=\"password\"[^>]*maxlength");
    }

    @Test
    void sendsTheHeadersThatKeepOthersOut() throws Exception {
        HttpResponse<String> page = send("GET", "/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue(BrowserRules.CONTENT_SECURITY_POLICY);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(send("GET", "/sign-in", "Origin", "https://evil.example")
                        .headers()
                        .map())
                .noneSatisfy((name, _) -> assertThat(name).startsWithIgnoringCase("Access-Control-"));
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void refusesAFormThatAnotherSiteSends() throws Exception {
        String cookie = "ward=" + callers.session("administrator");

        assertThat(send("POST", "/sign-out", "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(send("POST", "/api/v1/tokens", "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/sign-out", "Cookie", cookie, CsrfTokens.HEADER, "guessed")
                        .statusCode())
                .isEqualTo(403);
        String token = token(send("GET", "/account", "Cookie", cookie).body());
        String others = token(send("GET", "/account", "Cookie", "ward=" + callers.session("administrator"))
                .body());
        assertThat(send("POST", "/sign-out", "Cookie", cookie, CsrfTokens.HEADER, others)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/sign-out", "Cookie", cookie, CsrfTokens.HEADER, token)
                        .statusCode())
                .isEqualTo(302);
        assertThat(send("GET", "/account", "Cookie", cookie).statusCode()).isEqualTo(302);
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void refusesATokenFromTheRequestAfterItsRevocation() throws Exception {
        Tokens.Created created = tokens.createToken("auditor", "short-lived");
        String bearer = "Bearer " + created.secret();

        assertThat(send("GET", "/api/v1/me", "Authorization", bearer).body())
                .contains("\"kind\":\"token\"", "\"role\":\"auditor\"");
        tokens.revoke(IdentityDatabase.TEST, created.token().id());

        HttpResponse<String> refused = send("GET", "/api/v1/me", "Authorization", bearer);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void asksTheApisCallersForATokenAndTellsWhatIsMissing() throws Exception {
        HttpResponse<String> nobody = send("GET", "/api/v1/tokens");
        HttpResponse<String> forbidden =
                send("GET", "/api/v1/tokens", "Authorization", "Bearer " + callers.token("auditor"));

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body())
                .contains("You may not make and revoke own API tokens: this token does not allow it.")
                .contains("/problems/forbidden")
                .doesNotContain("TOKEN_WRITE");
        for (String method : List.of("POST", "PATCH", "DELETE")) {
            HttpResponse<String> write = send(method, "/api/v1/tokens/x");
            assertThat(write.statusCode()).isIn(401, 405);
            assertThat(write.body()).doesNotContain("/problems/forbidden");
        }
        HttpResponse<String> write = send("POST", "/api/v1/tokens");
        assertThat(write.statusCode()).isEqualTo(401);
        assertThat(write.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void takesNoCookieBesideATokenAndNoTokenOnAPage() throws Exception {
        String cookie = "ward=" + callers.session("administrator");
        String bearer = "Bearer " + callers.token("administrator");

        assertThat(send("GET", "/settings/people", "Authorization", bearer).statusCode())
                .isEqualTo(302);
        assertThat(send("GET", "/settings/people", "Authorization", "Bearer x", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(302);
        assertThat(send("POST", "/api/v1/tokens", "Authorization", "Bearer x", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void sendsAPartOfAPageToTheWholeSignIn() throws Exception {
        HttpResponse<String> answer = send("GET", "/settings/people", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @Test
    void showsHealthToEveryoneAndFiguresToThisMachineAndToTokens() throws Exception {
        String bearer = "Bearer " + callers.token("field-service");

        HttpResponse<String> health = send("GET", "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).doesNotContain("components", "details", "PostgreSQL");
        assertThat(send("GET", "/actuator/health/db").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/actuator/prometheus", "Authorization", bearer).statusCode())
                .isEqualTo(200);
    }

    /// A proxy on this machine is believed when it says whom it speaks for.
    @Test
    void keepsAPersonsOwnBrowserInWhileAStrangerGuesses() {
        callers.account("quality-regulatory");
        String email = TestCallers.email("quality-regulatory");
        Wire wire = new Wire(port);
        String welcome = SignInTries.tried(wire, email, TestCallers.PASSWORD, "X-Forwarded-For: 192.0.2.50");
        Matcher device = Pattern.compile("Set-Cookie: (ward-device=[^;]+); Path=/; Max-Age=15552000;")
                .matcher(welcome);
        assertThat(device.find()).as(welcome).isTrue();
        int status = 0;
        for (int i = 0; i <= Throttle.PER_PLACE; i++) {
            status = SignInTries.wrong(wire, email, "X-Forwarded-For: 192.0.2.66");
        }

        assertThat(status).isEqualTo(429);
        assertThat(SignInTries.tried(wire, email, TestCallers.PASSWORD, "X-Forwarded-For: 192.0.2.66"))
                .contains("Retry-After: ", "Too many tries. Wait 15 minutes, then try again.");
        assertThat(SignInTries.tried(wire, email, TestCallers.PASSWORD, "X-Forwarded-For: 192.0.2.51"))
                .startsWith("HTTP/1.1 302");
        assertThat(SignInTries.tried(
                        wire, email, TestCallers.PASSWORD, "X-Forwarded-For: 192.0.2.66", "Cookie: " + device.group(1)))
                .startsWith("HTTP/1.1 302");
    }

    @Test
    void leadsAfterTheSignInToAPageOfThisWardOrToTheFirst() throws Exception {
        String cookie = "ward=" + callers.session("auditor");

        assertThat(to("%2Ffindings%3Fq%3Da%2520b", cookie)).isEqualTo("/findings?q=a%20b");
        for (String elsewhere : List.of(
                "%2F%7Bx%7D",
                "%2F%2Fevil.example", "%2F%5Cevil.example", "https%3A%2F%2Fevil.example", "%2Fa%0D%0Ab", "x")) {
            assertThat(to(elsewhere, cookie)).as(elsewhere).isEqualTo("/");
        }
    }

    private String to(String to, String cookie) throws Exception {
        HttpResponse<String> answer = send("GET", "/sign-in?to=" + to, "Cookie", cookie);
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void saysInWordsWhatARoleDoesNotAllow() throws Exception {
        HttpResponse<String> refused =
                send("GET", "/settings/people", "Cookie", "ward=" + callers.session("field-service"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("You may not see people's accounts: the role \"Field service\" does not allow it.")
                .doesNotContain("ACCOUNT_READ");
    }

    @Test
    void showsTheSetUpToNobodyWithoutItsLink() throws Exception {
        callers.account("auditor");

        assertThat(send("GET", "/setup?code=guessed").statusCode()).isEqualTo(404);
        assertThat(setUp.openInvitation()).isEmpty();
    }

    @Test
    void showsEveryPageOfSettings() {
        Browser browser = callers.signedIn(port, "administrator");

        for (String path : List.of("/settings/people", "/settings/tokens", "/account")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            PageAsserts.assertSound(page.body());
        }
        HttpResponse<String> added = browser.submit(
                "/settings/people",
                "/settings/people",
                Map.of("email", "new@example.org", "name", "<b>New</b>", "role", "auditor"));
        assertThat(added.body()).contains("/invitation?code=", "&lt;b&gt;New").doesNotContain("<b>New");
        Matcher link = Pattern.compile("/invitation\\?code=[A-Za-z0-9_-]+").matcher(added.body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> invitation = Browser.at(port).get(link.group());
        assertThat(invitation.statusCode()).isEqualTo(200);
        PageAsserts.assertSound(invitation.body());
        HttpResponse<String> made = browser.submit(
                "/settings/tokens", "/settings/tokens", Map.of("name", "pipeline", "role", "auditor", "days", "30"));
        assertThat(made.body()).containsPattern("ward_[A-Za-z0-9_-]{43}");
    }
}
