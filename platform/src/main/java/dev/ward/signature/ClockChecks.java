package dev.ward.signature;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Compares this server's clock with that of the database and, where the operator names one, with a source
/// of time outside; keeps what was measured, and says what was known at an instant.
///
/// The source is asked by `HEAD` and its answer's `Date` is read (RFC 9110, 6.6.1), which tells whole seconds.
@Service
public class ClockChecks {

    private static final Logger LOG = LoggerFactory.getLogger(ClockChecks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final int LONGEST_TROUBLE = 300;

    private final ClockSettings settings;
    private final ClockCheckRepository checks;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String server = name();

    ClockChecks(ClockSettings settings, ClockCheckRepository checks, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.checks = checks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this server";
        }
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT15M")
    void look() {
        try {
            checks.insert(ofDatabase());
            URI source = settings.source();
            if (source != null) {
                checks.insert(ofSource(source));
            }
        } catch (DataAccessException e) {
            LOG.warn("The clock could not be checked: {}", e.getMessage());
        }
    }

    private ClockCheck ofDatabase() {
        Instant before = clock.instant();
        long begun = System.nanoTime();
        Instant there = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Duration half = Duration.ofNanos(System.nanoTime() - begun).dividedBy(2);
        return new ClockCheck(
                before, server, "database", false, Duration.between(there, before.plus(half)), half, null);
    }

    private ClockCheck ofSource(URI source) {
        String name = String.valueOf(source.getHost());
        Instant before = clock.instant();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(source)
                    .timeout(PATIENCE)
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            long begun = System.nanoTime();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            Duration half = Duration.ofNanos(System.nanoTime() - begun).dividedBy(2);
            String date = answer.headers().firstValue("Date").orElse("");
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plus(HALF_A_SECOND);
            return new ClockCheck(
                    before,
                    server,
                    name,
                    true,
                    Duration.between(there, before.plus(half)),
                    HALF_A_SECOND.plus(half),
                    null);
        } catch (DateTimeException e) {
            return failed(before, name, "its answer has no date");
        } catch (IOException e) {
            return failed(before, name, "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(before, name, "Ward was stopped meanwhile");
        }
    }

    private ClockCheck failed(Instant at, String source, String trouble) {
        String words = trouble.length() > LONGEST_TROUBLE ? trouble.substring(0, LONGEST_TROUBLE) : trouble;
        return new ClockCheck(at, server, source, true, null, null, words);
    }

    /// What was known at an instant; looked up, never guessed.
    public ClockState at(Instant instant) {
        return new ClockState(checks.before(instant));
    }

    public ClockState now() {
        return at(clock.instant());
    }

    /// The last checks, the newest first.
    public List<ClockCheck> last(int most) {
        return checks.last(most);
    }
}
