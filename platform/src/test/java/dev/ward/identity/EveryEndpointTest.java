package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Asks every endpoint of every module as every role. A new controller is covered by being there.
@WardTest
class EveryEndpointTest {

    private final int port;
    private final TestCallers callers;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Role> roles;
    private final List<Endpoint> endpoints;

    @Autowired
    EveryEndpointTest(
            @LocalServerPort int port,
            TestCallers callers,
            Roles roles,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.port = port;
        this.callers = callers;
        this.roles = roles.list();
        this.endpoints = Endpoint.of(requestMappingHandlerMapping);
    }

    @Test
    void saysWhomItAnswers() {
        assertThat(endpoints)
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(Gate.isPublic(endpoint.handler())
                                || Gate.find(endpoint.handler(), Requires.class) != null
                                || Gate.find(endpoint.handler(), SignedIn.class) != null)
                        .as("%s (%s) is marked @Requires, @SignedIn or @Public", endpoint, endpoint.handler())
                        .isTrue());
    }

    @Test
    void answersNobodyWhoIsNotSignedInUnlessItIsOpen() throws Exception {
        String csrf = csrf(null);
        for (Endpoint endpoint : endpoints) {
            if (endpoint.isOpen()) {
                continue;
            }
            boolean api = endpoint.path().startsWith("/api/");
            int status = api
                    ? ask(endpoint, "Authorization", "Bearer ward_guessed")
                    : ask(endpoint, "Cookie", "ward-visit=" + VISIT, CsrfTokens.HEADER, csrf);
            assertThat(status).as("%s for nobody", endpoint).isEqualTo(api ? 401 : 302);
        }
    }

    @Test
    void answersTheRolesThatHaveItsPermissionAndNoOther() throws Exception {
        for (Role role : roles) {
            Door door = new Door(role.name());
            for (Endpoint endpoint : endpoints) {
                if (endpoint.isOpen()) {
                    continue;
                }
                boolean opens = opens(endpoint, role);
                int status = door.ask(endpoint);
                if (opens == REFUSALS.contains(status) || status == 302) {
                    // An endpoint before may have ended the session. What is wrong stays wrong in a new one.
                    door.enter();
                    status = door.ask(endpoint);
                }
                if (opens) {
                    assertThat(status).as("%s for %s", endpoint, role.name()).isNotIn(401, 403, 500, 503);
                } else {
                    assertThat(status).as("%s for %s", endpoint, role.name()).isEqualTo(403);
                }
            }
        }
    }

    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    /// By which a role comes in: a token, and a session that is opened anew when it was ended.
    private final class Door {

        private final String role;
        private final String bearer;
        private String session;
        private String token;

        Door(String role) throws IOException, InterruptedException {
            this.role = role;
            this.bearer = "Bearer " + callers.token(role);
            this.session = callers.session(role);
            this.token = csrf(session);
        }

        void enter() throws IOException, InterruptedException {
            session = callers.session(role);
            token = csrf(session);
        }

        int ask(Endpoint endpoint) throws IOException, InterruptedException {
            return endpoint.path().startsWith("/api/")
                    ? EveryEndpointTest.this.ask(endpoint, "Authorization", bearer)
                    : EveryEndpointTest.this.ask(
                            endpoint, "Cookie", "ward=" + session, CsrfTokens.HEADER, endpoint.isSafe() ? "" : token);
        }
    }

    private static boolean opens(Endpoint endpoint, Role role) {
        Requires requires = Gate.find(endpoint.handler(), Requires.class);
        SignedIn signedIn = Gate.find(endpoint.handler(), SignedIn.class);
        return requires == null
                ? !role.outside() || (signedIn != null && signedIn.outsiders())
                : role.permissions().contains(requires.value());
    }

    private static final String VISIT = "visit-of-a-test";

    /// Takes the token from a form's page, as the browser does.
    private String csrf(@Nullable String session) throws IOException, InterruptedException {
        String page = session == null ? "/sign-in" : "/account";
        String cookie = session == null ? "ward-visit=" + VISIT : "ward=" + session;
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(answer.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /// Sends an empty request and looks at the status alone: an answer may have no end.
    private int ask(Endpoint endpoint, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + endpoint.address()))
                .timeout(Duration.ofSeconds(20))
                .headers(headers)
                .method(endpoint.method(), BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }
}
