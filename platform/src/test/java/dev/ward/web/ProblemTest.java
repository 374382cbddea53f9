package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@WardTest
class ProblemTest {

    private final Browser browser;

    ProblemTest(@LocalServerPort int port) {
        this.browser = Browser.at(port);
    }

    @Test
    void isJsonForTheApi() {
        HttpResponse<String> answer = browser.get("/api/v1/nothing", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/not-found\"", "\"status\":404", "\"instance\":\"/api/v1/nothing\"")
                .doesNotContain("Exception", "trace");
    }

    @Test
    void isAPageForPeople() {
        HttpResponse<String> answer = browser.get("/nothing", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>There is no such thing here</h1>", "Nothing is at \"/nothing\".");
        PageAsserts.assertSound(answer.body());
    }

    @Test
    void saysHowLongToWait() {
        ProblemException tooOften = ProblemException.of(Problem.TOO_MANY_REQUESTS, "That was too often.")
                .with("password", "was tried too often")
                .retryAfter(Duration.ofMinutes(15));
        MockHttpServletResponse response = new MockHttpServletResponse();

        new ProblemAdvice(new ProblemAnswers(), "")
                .onProblem(tooOften, new MockHttpServletRequest("POST", "/api/v1/devices/reports"), response);

        assertThat(response.getHeader("Retry-After")).isEqualTo("900");
    }

    @Test
    void isExplainedUnderItsType() {
        for (Problem problem : Problem.values()) {
            HttpResponse<String> answer = browser.get(problem.type());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(problem.title());
            PageAsserts.assertSound(answer.body());
        }
    }

    @Test
    void keepsWhatAPageLoadsForAYear() {
        String page = browser.get("/problems/not-found").body();
        for (String file : List.of("ward.css", "ward.js", "theme.js", "icon.svg")) {
            String path = Assets.address(file);
            HttpResponse<String> answer = browser.get(path);

            assertThat(page).contains("\"" + path + "\"");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
        assertThat(browser.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js")
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void takesTheThemeFromTheCookie() {
        assertThat(browser.get("/problems/not-found", "Cookie", "ward-theme=dark")
                        .body())
                .contains("data-bs-theme=\"dark\"");
        assertThat(browser.get("/problems/not-found", "Cookie", "ward-theme=\"><script>")
                        .body())
                .contains("data-theme=\"auto\"");
    }
}
