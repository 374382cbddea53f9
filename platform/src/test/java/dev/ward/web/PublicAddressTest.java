package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Ward;
import dev.ward.database.TestDatabase;
import dev.ward.identity.TestCallers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A Ward behind a proxy that speaks TLS for it: its own context, since the others share one without.
class PublicAddressTest {

    private static final byte[] NOTHING = {};
    private static final String POISON = "Host: evil.example";

    private static @Nullable ConfigurableApplicationContext context;
    private static Wire wire = new Wire(0);

    @BeforeAll
    static void start() {
        ConfigurableApplicationContext started = new SpringApplicationBuilder(Ward.class, TestCallers.class)
                .properties(TestDatabase.fresh().settings())
                .properties(
                        "spring.flyway.enabled=false",
                        "server.port=0",
                        "ward.public-url=https://ward.example",
                        "ward.trusted-proxies=192.0.2.1",
                        "ward.security-contact=mailto:psirt@ward.example")
                .run();
        context = started;
        wire = new Wire(started.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(context).close();
    }

    private static TestCallers callers() {
        return Objects.requireNonNull(context).getBean(TestCallers.class);
    }

    @Test
    void tellsBrowsersToComeByHttpsAlone() {
        String page = wire.ask("GET", "/sign-in", NOTHING);

        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains")
                .containsPattern("Set-Cookie: __Host-ward-visit=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void givesFiguresToTokensAloneSinceAProxyMaySpeakForAnyone() {
        String bearer = "Authorization: Bearer " + callers().token("field-service");

        assertThat(wire.ask("GET", "/actuator/prometheus", NOTHING)).startsWith("HTTP/1.1 401");
        assertThat(wire.ask("GET", "/actuator/prometheus", NOTHING, bearer)).startsWith("HTTP/1.1 200");
    }

    @Test
    void givesCookiesThatTravelByHttpsAlone() {
        callers().account("auditor");
        String page = wire.ask("GET", "/sign-in", NOTHING);
        String form = "email=%s&password=%s&_csrf=%s"
                .formatted(
                        TestCallers.email("auditor"),
                        TestCallers.PASSWORD.replace(' ', '+'),
                        URLEncoder.encode(found("name=\"_csrf\" value=\"([^\"]+)\"", page), StandardCharsets.UTF_8));

        String welcome = wire.ask(
                "POST",
                "/sign-in",
                form.getBytes(StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded",
                "Cookie: __Host-ward-visit=" + found("__Host-ward-visit=([^;]+)", page));

        assertThat(welcome).startsWith("HTTP/1.1 302").contains("Location: /\r\n");
        assertThat(Pattern.compile("Set-Cookie: ([^=]+)=").matcher(welcome).results())
                .extracting(result -> result.group(1))
                .contains("__Host-ward", "__Host-ward-device");
        assertThat(welcome.lines().filter(line -> line.startsWith("Set-Cookie:")))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
    }

    @Test
    void saysToWhomAWeaknessIsReported() {
        assertThat(wire.ask("GET", "/.well-known/security.txt", NOTHING))
                .startsWith("HTTP/1.1 200")
                .contains(
                        "Content-Type: text/plain;charset=utf-8",
                        "Contact: mailto:psirt@ward.example\n",
                        "Canonical: https://ward.example/.well-known/security.txt\n")
                .containsPattern("Expires: 20\\d\\d-\\d\\d-\\d\\dT00:00:00Z\n");
    }

    @Test
    void bindsEveryCookieToItsHostByItsName() {
        String session = "Cookie: __Host-ward=" + callers().session("administrator");
        String token = found("name=\"_csrf\" value=\"([^\"]+)\"", wire.ask("GET", "/account", NOTHING, session));

        String saved = wire.ask(
                "POST",
                "/products",
                ("name=Bound+Cookie&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded",
                session);

        assertThat(saved).startsWith("HTTP/1.1 302").contains("Set-Cookie: __Host-ward-notice=");
        assertThat(wire.ask("GET", "/sign-in", NOTHING, "Cookie: __Host-ward-theme=dark"))
                .contains("data-theme=\"dark\"");
        assertThat(wire.ask("GET", "/sign-in", NOTHING, "Cookie: ward-theme=dark"))
                .contains("data-theme=\"auto\"");
    }

    @Test
    void namesItselfInLinksWhateverARequestCallsIt() {
        String session = "Cookie: __Host-ward=" + callers().session("administrator");
        String token = found("name=\"_csrf\" value=\"([^\"]+)\"", wire.ask("GET", "/account", NOTHING, session));

        for (List<String> headers : List.of(
                List.of(POISON),
                List.of(POISON, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: http", "X-Forwarded-Port: 81"),
                List.of("Host: 127.0.0.1", "Forwarded: host=evil.example;proto=http"))) {
            String email = "new%d%%40example.org".formatted(headers.hashCode());
            List<String> all = new java.util.ArrayList<>(headers);
            all.addAll(List.of(session, "X-CSRF-TOKEN: " + token, "Content-Type: application/x-www-form-urlencoded"));
            String answer = wire.ask(
                    "POST",
                    "/settings/people",
                    "name=New&role=auditor&email=%s".formatted(email).getBytes(StandardCharsets.UTF_8),
                    all.toArray(String[]::new));

            assertThat(answer)
                    .contains("<code>https://ward.example/invitation?code=")
                    .doesNotContain("evil.example");
        }
        assertThat(wire.ask("GET", "/settings/people", NOTHING, POISON)).contains("Location: /sign-in?to=");
    }

    @Test
    void believesNoAddressThatAStrangerSendsForAnother() {
        int status = 0;
        for (int i = 0; i < 12; i++) {
            status = SignInTries.wrong(wire, "eve@example.org", "X-Forwarded-For: 198.51.100." + i);
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    void refusesToStartWithWhatIsNoAddress() {
        for (String wrong :
                List.of("ward.example", "ftp://ward.example", "https://ward.example/path", "https://a@b", "x y")) {
            assertThatThrownBy(() -> new PublicAddress(wrong))
                    .hasMessageContaining("write scheme, host and port alone");
        }
        assertThat(new PublicAddress("https://ward.example:8443/").of("/setup", 1))
                .isEqualTo("https://ward.example:8443/setup");
        assertThat(new PublicAddress("").of("/setup", 8080)).isEqualTo("http://127.0.0.1:8080/setup");
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
