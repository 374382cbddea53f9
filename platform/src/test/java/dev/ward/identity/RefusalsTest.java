package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ward.WardTest;
import dev.ward.web.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class RefusalsTest {

    private final int port;
    private final TestCallers callers;

    @Autowired
    RefusalsTest(@LocalServerPort int port, TestCallers callers) {
        this.port = port;
        this.callers = callers;
    }

    @Test
    void standInTheLogWithoutSecrets() {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger("dev.ward.refusals");
        log.addAppender(told);
        try {
            callers.account("auditor");
            Browser stranger = Browser.at(port);
            stranger.submit(
                    "/sign-in", "/sign-in", Map.of("email", TestCallers.email("auditor"), "password", "wrong-secret"));
            stranger.get("/api/v1/me", "Authorization", "Bearer ward_guessed-secret");
            stranger.form("/sign-out", "", "Cookie", "ward=" + callers.session("auditor"));
            stranger.json("POST", "/api/v1/products", "{}", "Authorization", "Bearer " + callers.token("auditor"));
        } finally {
            log.detachAppender(told);
        }

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        line -> assertThat(line).contains("a password; for account", "from 127.0.0.1"),
                        line -> assertThat(line).contains("a token that does not work", "GET /api/v1/me"),
                        line -> assertThat(line).contains("a form without this session's token", "POST /sign-out"),
                        line -> assertThat(line).contains("to add and change products", "by TOKEN "))
                .allSatisfy(line -> assertThat(line).doesNotContain("secret"));
    }
}
