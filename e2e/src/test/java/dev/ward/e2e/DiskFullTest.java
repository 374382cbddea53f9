package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server on a disk that becomes full: a small file system in memory, which only root can make.
class DiskFullTest {

    private static final int LEFT = 12 << 20;

    private final Path disk;
    private boolean mounted;

    DiskFullTest(@TempDir Path folder) throws IOException {
        this.disk = Files.createDirectory(folder.resolve("disk"));
    }

    @BeforeEach
    void mount() throws IOException {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString());
        assumeTrue(mounted, "only root can make a small disk");
    }

    @AfterEach
    void unmount() throws IOException {
        if (mounted) {
            run("umount", "--lazy", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0;
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        Path osv = RealFiles.need("osv/osv-pypi.ndjson.gz");
        try (DemoProcess demo = DemoProcess.start(disk.resolve("ward"))) {
            WebSession session = WebSession.signIn(demo, "administrator");
            HttpResponse<String> accepted = session.post("/api/v1/sources/osv/imports", BodyPublishers.ofFile(osv));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            String job = accepted.headers().firstValue("Location").orElseThrow();
            Path filler = disk.resolve("filler");
            fill(filler);

            awaitWords(session, job, "is full");
            assertThat(session.get("/actuator/health/disk").statusCode()).isEqualTo(503);

            Files.delete(filler);
            while (session.get("/actuator/health/readiness").statusCode() != 200) {
                Thread.sleep(200);
            }
            session.await(session.post("/api/v1/sources/osv/imports", BodyPublishers.ofFile(osv)));
            assertThat(DemoProcess.command(
                            "audit", "verify", "--data", disk.resolve("ward").toString()))
                    .contains("whole: ");
        }
    }

    /// Leaves little room or none: the server writes at the same time.
    private void fill(Path filler) {
        byte[] part = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (disk.toFile().getUsableSpace() > LEFT) {
                out.write(part);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /// In the job's own answer when it failed, and in that of every request when PostgreSQL had to end.
    private static void awaitWords(WebSession session, String job, String words) throws InterruptedException {
        while (!session.get(job).body().contains(words)) {
            Thread.sleep(100);
        }
    }
}
