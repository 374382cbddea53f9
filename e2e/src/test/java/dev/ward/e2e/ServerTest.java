package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process: on a user's own database, killed, and told to end.
class ServerTest {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Path folder;

    ServerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static long findings(WebSession session) {
        return session.get("/api/v1/findings/export.csv").body().lines().count() - 1;
    }

    @Test
    void findsTheSameOnDebiansPostgresqlAsOnItsOwn() throws IOException {
        assumeTrue(DebianPostgres.isThere(), "Debian's PostgreSQL 15 is not installed");
        long own;
        try (DemoProcess demo = DemoProcess.startFilled(folder.resolve("own"))) {
            own = findings(WebSession.signIn(demo, "product-security"));
        }
        try (DebianPostgres postgres = DebianPostgres.start(folder);
                DemoProcess demo = DemoProcess.start(folder.resolve("debian"), postgres.environment())) {
            assertThat(findings(WebSession.signIn(demo, "product-security")))
                    .isEqualTo(own)
                    .isGreaterThan(100);
        }
    }

    @Test
    void goesOnWithAnImportAfterItWasKilled() throws Exception {
        Path osv = RealFiles.need("osv/osv-pypi.ndjson.gz");
        DemoProcess killed = DemoProcess.startFilled(folder);
        WebSession before = WebSession.signIn(killed, "administrator");
        HttpResponse<String> accepted = before.post("/api/v1/sources/osv/imports", BodyPublishers.ofFile(osv));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        Matcher id = ID.matcher(accepted.body());
        assertThat(id.find()).isTrue();
        Thread.sleep(400);
        killed.kill();

        try (DemoProcess again = DemoProcess.start(folder)) {
            WebSession after = WebSession.signIn(again, "administrator");
            String job = awaitEnd(after, id.group(1));

            assertThat(job).contains("completed");
            assertThat(after.get("/api/v1/sources").body()).contains("osv");
        }
    }

    @Test
    void makesATokenAndChecksTheTrailBesideARunningServer() throws IOException {
        try (DemoProcess demo = DemoProcess.startFilled(folder)) {
            String token = DemoProcess.command(
                            "token", "create", "--role", "auditor", "--name", "probe", "--data", folder.toString())
                    .strip();
            String trail = DemoProcess.command("audit", "verify", "--data", folder.toString());

            assertThat(token).matches("ward_[A-Za-z0-9_-]{43}");
            assertThat(WebSession.status(demo.address("/api/v1/findings"), token))
                    .isEqualTo(200);
            assertThat(WebSession.status(demo.address("/api/v1/findings"), token + "x"))
                    .isEqualTo(401);
            assertThat(trail).contains("whole: ");
        }
    }

    @Test
    void takesAnSbomFromTheCommandLine() throws IOException {
        Path sbom = Files.writeString(folder.resolve("bom.json"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
                  {"type": "library", "name": "log4j-core", "version": "2.14.1",
                   "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}]}
                """);
        Path data = folder.resolve("data");
        try (DemoProcess demo = DemoProcess.startFilled(data)) {
            String token = DemoProcess.command(
                    "token", "create", "--role", "product-security", "--name", "build", "--data", data.toString());
            Path file = Files.writeString(folder.resolve("token"), token);

            CliRun first = upload(demo, file, sbom, "--create");
            CliRun again = upload(demo, file, sbom, "--fail-on", "critical");

            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out())
                    .contains("completed: 1 components, 0 parts lost")
                    .contains("2 critical")
                    .contains("2 known exploited")
                    .contains(demo.address("/releases/"));
            assertThat(again.out()).contains("unchanged: 1 components");
            assertThat(again.code()).isEqualTo(1);
        }
    }

    private static CliRun upload(DemoProcess demo, Path token, Path sbom, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("sbom", "upload", sbom.toString(), "--product", "Command Line Pump", "--release", "1.0"));
        arguments.addAll(List.of("--server", demo.address(""), "--token-file", token.toString()));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments);
    }

    private static String awaitEnd(WebSession session, String job) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            String body = session.get("/api/v1/jobs/" + job).body();
            if (body.contains("\"completed\"") || body.contains("\"failed\"")) {
                return body;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the job did not end");
    }
}
