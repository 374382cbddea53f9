package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup of a server at work, and what a restore makes of it.
class BackupTest {

    private final Path folder;
    private final Path source;
    private final Path target;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        this.source = folder.resolve("source");
        this.target = folder.resolve("target");
    }

    /// What was found, without what each opening gives anew: its id and its instant.
    private static List<String> findings(WebSession session) {
        return session.get("/api/v1/findings/export.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^\"[^\"]*\",|,\"[0-9T:.-]+Z\",\"\"$", ""))
                .sorted()
                .toList();
    }

    @Test
    void bringsBackAServerInTheMiddleOfAnImport() throws Exception {
        Path osv = RealFiles.need("osv/osv-pypi.ndjson.gz");
        Path file = folder.resolve("ward.zip");
        List<String> before;
        String job;
        try (DemoProcess demo = DemoProcess.startFilled(source)) {
            WebSession session = WebSession.signIn(demo, "administrator");
            HttpResponse<String> accepted = session.post("/api/v1/sources/osv/imports", BodyPublishers.ofFile(osv));
            job = accepted.headers().firstValue("Location").orElseThrow();
            while (!session.get(job).body().contains("\"running\"")) {
                Thread.sleep(20);
            }

            String said = DemoProcess.command("backup", file.toString(), "--data", source.toString());

            assertThat(said).startsWith("backed up ");
            session.await(accepted);
            before = findings(session);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(DemoProcess.command("restore", file.toString(), "--data", target.toString()))
                .contains("restored ", "the audit trail is whole");
        Files.copy(source.resolve("demo-sign-ins.properties"), target.resolve("demo-sign-ins.properties"));

        try (DemoProcess demo = DemoProcess.start(target)) {
            WebSession session = WebSession.signIn(demo, "administrator");
            awaitCompleted(session, job);
            assertThat(findings(session)).isEqualTo(before).hasSizeGreaterThan(100);
            assertThat(DemoProcess.command("audit", "verify", "--data", target.toString()))
                    .contains("whole: ");
        }
    }

    private static void awaitCompleted(WebSession session, String job) throws InterruptedException {
        String body = session.get(job).body();
        while (body.contains("\"queued\"") || body.contains("\"running\"")) {
            Thread.sleep(100);
            body = session.get(job).body();
        }
        assertThat(body).contains("\"completed\"");
    }

    @Test
    void refusesABrokenFileAndAFolderInUse() throws Exception {
        Path file = folder.resolve("ward.zip");
        try (DemoProcess _ = DemoProcess.startFilled(source)) {
            DemoProcess.command("backup", file.toString(), "--data", source.toString());
        }
        assertThatThrownBy(() -> DemoProcess.command("restore", file.toString(), "--data", source.toString()))
                .isInstanceOf(IOException.class);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> DemoProcess.command("restore", file.toString(), "--data", target.toString()))
                .isInstanceOf(IOException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void movesFromTheUsersOwnPostgresqlToThatOfWard() throws Exception {
        assumeTrue(DebianPostgres.isThere(), "Debian's PostgreSQL 15 is not installed");
        Path file = folder.resolve("ward.zip");
        try (DebianPostgres postgres = DebianPostgres.start(folder)) {
            try (DemoProcess _ = DemoProcess.start(source, postgres.environment())) {
                // it fills the database
            }
            DemoProcess.command(postgres.environment(), "backup", file.toString(), "--data", source.toString());
        }

        assertThat(DemoProcess.command("restore", file.toString(), "--data", target.toString()))
                .contains("the audit trail is whole");
    }
}
