package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one PostgreSQL: whichever is asked, the answer is the same, and one goes on when the other dies.
class TwoServersTest {

    private static final Pattern REVISION = Pattern.compile("\"Ward-Revision\": \"(\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"(ward_[A-Za-z0-9_-]{43})\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Duration TAKEN_OVER = Duration.ofSeconds(90);

    private final Path folder;

    TwoServersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void startAtOnceAnswerAlikeAndTakeOverFromEachOther() throws Exception {
        assumeTrue(DebianPostgres.isThere(), "Debian's PostgreSQL 15 is not installed");
        try (DebianPostgres postgres = DebianPostgres.start(folder);
                ServeProcess b = begin(postgres);
                DemoProcess a = DemoProcess.start(folder.resolve("a"), postgres.environment())) {
            b.awaitServing();
            WebSession person = WebSession.signIn(a, "administrator");
            assertThat(person.getAt(b.port(), "/findings").statusCode()).isEqualTo(200);
            String token = token(postgres);
            try (ApiClient atA = new ApiClient(a.port(), token);
                    ApiClient atB = new ApiClient(b.port(), token)) {
                String release = showAnOpenListWhatTheOtherFound(person, b, atA);
                takeUploadsForOneRelease(atA, atB, release, postgres);
                revokeEverywhere(atA, b);
                takeOver(a, atA, atB, postgres);
            }
        }
    }

    private ServeProcess begin(DebianPostgres postgres) throws IOException {
        return ServeProcess.begin(folder.resolve("b"), DemoProcess.freePort(), postgres.environment());
    }

    private String token(DebianPostgres postgres) throws IOException {
        Map<String, String> environment = postgres.environment();
        Path data = folder.resolve("a");
        return DemoProcess.command(
                        environment, "token", "create", "--role", "administrator", "--name", "x", "--data", "" + data)
                .strip();
    }

    /// @return the release that was made for it
    private static String showAnOpenListWhatTheOtherFound(WebSession person, ServeProcess b, ApiClient atA)
            throws IOException {
        Matcher revision = REVISION.matcher(person.getAt(b.port(), "/findings").body());
        assertThat(revision.find()).isTrue();
        String[] open = {"HX-Request", "true", "HX-Target", "list", "Ward-Revision", revision.group(1)};
        assertThat(person.getAt(b.port(), "/findings", open).statusCode()).isEqualTo(204);

        String product = atA.create("/api/v1/products", "{\"name\": \"Two\"}");
        String release = atA.create("/api/v1/products/" + product + "/releases", "{\"version\": \"1.0\"}");
        bom(atA, "/api/v1/releases/" + release + "/sbom", "2.14.1").run();

        assertThat(person.getAt(b.port(), "/findings", open).statusCode()).isEqualTo(200);
        return release;
    }

    /// Four SBOMs for one release, two at each server: the one that was received last is the current one.
    private static void takeUploadsForOneRelease(ApiClient atA, ApiClient atB, String release, DebianPostgres postgres)
            throws Exception {
        String path = "/api/v1/releases/" + release + "/sbom";
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            bom(atB, path, "2.14.2").run();
            bom(atB, path, "2.14.3").run();
        });
        bom(atA, path, "2.14.4").run();
        bom(atA, path, "2.14.5").run();
        other.join();
        try (Connection connection = postgres.open()) {
            assertThat(Books.number(connection, """
                    SELECT count(*) FROM sbom.snapshot s JOIN product.release r ON r.id = s.release_id
                      JOIN product.product p ON p.id = r.product_id
                     WHERE p.name = 'Two' AND state = 'completed'""")).isEqualTo(5);
            assertThat(Books.number(connection, """
                    SELECT count(*) FROM sbom.current_snapshot JOIN sbom.snapshot USING (snapshot_id)
                     WHERE arrival = (SELECT max(arrival) FROM sbom.snapshot)""")).isEqualTo(1);
            assertThat(Books.number(connection, "SELECT max(attempt) FROM job.job"))
                    .isEqualTo(1);
        }
    }

    private static Errand bom(ApiClient client, String path, String version) {
        String body = """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
                  {"type": "library", "name": "log4j-core", "version": "%1$s",
                   "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@%1$s"}]}
                """.formatted(version);
        return new Errand(client, "PUT", path, body.getBytes(StandardCharsets.UTF_8), true);
    }

    private static void revokeEverywhere(ApiClient atA, ServeProcess b) throws IOException {
        String made = atA.send(
                        "POST",
                        "/api/v1/tokens",
                        BodyPublishers.ofString("{\"name\": \"brief\", \"role\": \"auditor\"}"))
                .body();
        Matcher token = TOKEN.matcher(made);
        Matcher id = ID.matcher(made);
        assertThat(token.find() && id.find()).as(made).isTrue();
        try (ApiClient brief = new ApiClient(b.port(), token.group(1))) {
            assertThat(brief.get("/api/v1/findings").statusCode()).isEqualTo(200);
            atA.send("DELETE", "/api/v1/tokens/" + id.group(1), BodyPublishers.noBody());
            assertThat(brief.get("/api/v1/findings").statusCode()).isEqualTo(401);
        }
    }

    private static void takeOver(DemoProcess a, ApiClient atA, ApiClient atB, DebianPostgres postgres)
            throws Exception {
        String job = jobOf(a, atA, postgres);
        assertThat(atB.get(job).body()).contains("\"running\"");

        a.kill();

        long killed = System.nanoTime();
        String body = atB.get(job).body();
        while (!body.contains("\"completed\"")) {
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).as(body).isLessThan(TAKEN_OVER);
            Thread.sleep(50);
            body = atB.get(job).body();
        }
        System.out.printf("taken over and done %d ms after the kill%n", (System.nanoTime() - killed) / 1_000_000);
        try (Connection connection = postgres.open()) {
            assertThat(Books.number(connection, "SELECT max(attempt) FROM job.job"))
                    .isEqualTo(2);
        }
    }

    /// An import that the server is in the middle of; whoever hands one in mostly gets it.
    private static String jobOf(DemoProcess a, ApiClient atA, DebianPostgres postgres) throws Exception {
        String mine = "SELECT count(*) FROM job.scheduled_task WHERE picked AND picked_by LIKE '% " + a.pid() + "'";
        for (String file :
                new String[] {"osv/osv-pypi.ndjson.gz", "osv/osv-go.ndjson.gz", "osv/osv-bitnami.ndjson.gz"}) {
            HttpResponse<String> accepted = atA.send(
                    "POST",
                    "/api/v1/sources/osv/imports",
                    BodyPublishers.ofByteArray(Files.readAllBytes(RealFiles.need(file))));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            String job = accepted.headers().firstValue("Location").orElseThrow();
            try (Connection connection = postgres.open()) {
                while (atA.get(job).body().contains("\"queued\"")) {
                    Thread.sleep(10);
                }
                if (Books.number(connection, mine) == 1) {
                    return job;
                }
            }
            while (atA.get(job).body().contains("\"running\"")) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the other server did all three");
    }
}
