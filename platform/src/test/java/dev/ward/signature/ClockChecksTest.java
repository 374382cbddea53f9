package dev.ward.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares the clock with a server that says what time it is, and with the database.
@WardTest
class ClockChecksTest {

    private final ClockCheckRepository repository;
    private final JdbcClient jdbc;
    private final Api api;
    private final Browser quality;

    @Autowired
    ClockChecksTest(ClockCheckRepository repository, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.api = Api.at(port, callers.token("administrator"));
        this.quality = callers.signedIn(port, "quality-regulatory");
    }

    /// Answers one request with a line of headers, as a server whose clock differs by some seconds.
    private static ServerSocket answering(String headers) throws IOException {
        ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket one = door.accept()) {
                int read = one.getInputStream().read(new byte[4_096]);
                String answer = read < 0 ? "" : "HTTP/1.1 200 OK\r\n" + headers + "Connection: close\r\n\r\n";
                one.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return door;
    }

    private static String date(Instant at) {
        return "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC)) + "\r\n";
    }

    private ClockChecks asking(String address) {
        return new ClockChecks(new ClockSettings(address), repository, jdbc, Clock.systemUTC());
    }

    private static String at(ServerSocket door) {
        return "http://127.0.0.1:" + door.getLocalPort() + "/";
    }

    @Test
    void keepsWhatItMeasuredAndLooksItUpByTheInstant() throws Exception {
        Instant before = Instant.now();
        try (ServerSocket door = answering(date(before))) {
            asking(at(door)).look();
        }
        Instant between = Instant.now();
        try (ServerSocket door = answering(date(between.minusSeconds(60)))) {
            asking(at(door)).look();
        }
        ClockChecks checks = asking("");

        assertThat(checks.at(between).health()).isEqualTo(ClockHealth.AGREES);
        assertThat(checks.now().health()).isEqualTo(ClockHealth.DIFFERS);
        assertThat(checks.now().words()).contains("clock differs from 127.0.0.1", "ahead");
        assertThat(checks.at(between.plus(Duration.ofHours(2))).health()).isEqualTo(ClockHealth.NOT_CHECKED);

        String page = quality.get("/clock").body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("clock differs from 127.0.0.1", "database", "Differs", "Agrees");
        assertThat(api.get("/api/v1/clock").text("health")).isEqualTo("differs");
        assertThat(api.get("/api/v1/clock").at("/checks/0/offsetMillis").asLong())
                .isBetween(55_000L, 65_000L);
    }

    @Test
    void saysWhenTheSourceDidNotAnswerOrToldNoTime() throws Exception {
        try (ServerSocket door = answering("X: 1\r\n")) {
            asking(at(door)).look();
        }
        assertThat(repository.last(1)).singleElement().satisfies(check -> {
            assertThat(check.health()).isEqualTo(ClockHealth.NO_ANSWER);
            assertThat(check.words()).isEqualTo("its answer has no date");
        });
        int closed;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = door.getLocalPort();
        }
        asking("http://127.0.0.1:" + closed + "/").look();
        assertThat(repository.last(1)).singleElement().satisfies(check -> {
            assertThat(check.offset()).isNull();
            assertThat(check.words()).startsWith("no answer");
        });
    }

    @Test
    void asksNobodyOutsideUnlessOneIsNamed() {
        int before = repository.last(500).size();
        asking("").look();

        assertThat(repository.last(500)).hasSize(before + 1);
        assertThat(repository.last(1)).singleElement().matches(check -> !check.outside() && check.offset() != null);
    }
}
