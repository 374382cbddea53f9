package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.web.Browser;
import dev.ward.web.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WardTest
class LogSecretsTest {

    private static final byte[] NOTHING = {};

    private final int port;
    private final TestCallers callers;

    @Autowired
    LogSecretsTest(@LocalServerPort int port, TestCallers callers) {
        this.port = port;
        this.callers = callers;
    }

    /// What the whole program logs, with all that our own part can say.
    private static String logged(Runnable work) {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("dev.ward");
        Level usual = ours.getLevel();
        root.addAppender(told);
        ours.setLevel(Level.TRACE);
        try {
            work.run();
        } finally {
            ours.setLevel(usual);
            root.detachAppender(told);
        }
        return List.copyOf(told.list).stream().map(LogSecretsTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage()).append(event.getMDCPropertyMap());
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            text.append('\n').append(thrown.getMessage());
        }
        return text.toString();
    }

    @Test
    void noSecretOfASessionStandsInTheLog() {
        callers.account("administrator");
        String token = callers.token("administrator");
        RestClientOfTests ward = new RestClientOfTests(port, token);
        Wire wire = new Wire(port);
        String session = callers.session("administrator");
        StringBuilder made = new StringBuilder();

        String log = logged(() -> {
            Browser browser = callers.signedIn(port, "administrator");
            browser.submit("/sign-in", "/sign-in", Map.of("email", "eve\r\n@x", "password", "wrong-secret-1"));
            wire.ask("GET", "/api/v1/me", NOTHING, "Authorization: Bearer ward_wrong-secret-2");
            wire.ask("GET", "/nowhere?key=wrong-secret-3", NOTHING, "Cookie: ward=" + session);
            wire.ask("GET", "/setup?code=wrong-secret-4", NOTHING);
            wire.ask("GET", "/invitation?code=wrong-secret-5", NOTHING);
            HttpResponse<String> created =
                    ward.send("POST", "/tokens", BodyPublishers.ofString("{\"name\": \"ci\", \"role\": \"auditor\"}"));
            made.append(created.body());
            for (String url : List.of(
                    "http://127.0.0.1:1/kev.json?key=wrong-secret-6",
                    "https://x:wrong-secret-7@evil.example/kev.json")) {
                HttpResponse<String> fetch = ward.send(
                        "POST", "/sources/kev/imports", BodyPublishers.ofString("{\"url\": \"%s\"}".formatted(url)));
                if (fetch.statusCode() == 202) {
                    ward.job(fetch);
                }
            }
        });

        Matcher secret = Pattern.compile("ward_[A-Za-z0-9_-]{20,}").matcher(made);
        assertThat(secret.find()).as(made.toString()).isTrue();
        assertThat(log)
                .contains("problem ", "Job ")
                .doesNotContain("wrong-secret", TestCallers.PASSWORD, token, session, secret.group());
    }

    /// The id that a person reads leads to its line.
    @Test
    void everyProblemsAndJobsIdStandsInTheLog() {
        String token = callers.token("administrator");
        Wire wire = new Wire(port);
        RestClientOfTests ward = new RestClientOfTests(port, token);
        StringBuilder answers = new StringBuilder();
        StringBuilder job = new StringBuilder();

        String log = logged(() -> {
            answers.append(wire.ask("GET", "/api/v1/products/none", NOTHING, "Authorization: Bearer " + token));
            JsonNode ended = ward.load("kev", "nothing of the kind");
            job.append(ended.at("/id").asString());
        });

        Matcher problem = Pattern.compile("\"id\":\"([A-Z0-9]{8})\"").matcher(answers);
        assertThat(problem.find()).as(answers.toString()).isTrue();
        assertThat(log).contains("problem " + problem.group(1) + " NOT_FOUND GET /api/v1/products/none");
        assertThat(log).contains("Job " + job + " of kind advisory.import failed: ");
    }
}
