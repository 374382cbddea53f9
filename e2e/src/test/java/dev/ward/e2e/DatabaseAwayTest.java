package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server while its database dies under it, or goes away for a while.
class DatabaseAwayTest {

    private final Path folder;

    DatabaseAwayTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static HttpResponse<String> importOsv(WebSession session) throws IOException {
        return session.post(
                "/api/v1/sources/osv/imports", BodyPublishers.ofFile(RealFiles.need("osv/osv-pypi.ndjson.gz")));
    }

    private static String step(WebSession session, HttpResponse<String> accepted) {
        return session.get(accepted.headers().firstValue("Location").orElseThrow())
                .body();
    }

    private void killPostmaster() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static void awaitStatus(WebSession session, String path, int status) throws InterruptedException {
        while (session.get(path).statusCode() != status) {
            Thread.sleep(100);
        }
    }

    @Test
    void goesOnWithAnImportWhenItsPostgresqlWasKilled() throws Exception {
        try (DemoProcess demo = DemoProcess.startFilled(folder)) {
            WebSession session = WebSession.signIn(demo, "administrator");
            HttpResponse<String> accepted = importOsv(session);
            while (!step(session, accepted).contains("\"running\"")) {
                Thread.sleep(20);
            }

            killPostmaster();

            awaitStatus(session, "/actuator/health/readiness", 200);
            session.await(accepted);
            assertThat(session.get("/api/v1/sources").body()).contains("osv");
            assertThat(DemoProcess.command("audit", "verify", "--data", folder.toString()))
                    .contains("whole: ");
        }
    }

    @Test
    void saysThatTheUsersDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
        assumeTrue(DebianPostgres.isThere(), "Debian's PostgreSQL 15 is not installed");
        try (DebianPostgres postgres = DebianPostgres.start(folder);
                DemoProcess demo = DemoProcess.start(folder.resolve("ward"), postgres.environment())) {
            WebSession session = WebSession.signIn(demo, "administrator");
            HttpResponse<String> accepted = importOsv(session);

            postgres.stop();

            HttpResponse<String> page = session.get("/findings");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(page.body()).contains("<html", "Ward cannot reach its database", "goes on by itself, jobs too");
            HttpResponse<String> answer = session.get("/api/v1/findings");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(answer.body()).contains("/problems/unavailable");
            assertThat(session.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(session.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            postgres.run();

            awaitStatus(session, "/actuator/health/readiness", 200);
            session.await(accepted);
        }
    }
}
