package dev.ward.cli.server;

import dev.ward.cli.scan.FailOn;
import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `ward sbom upload`: what a build runs when it has made an SBOM.
@Command(
        name = "upload",
        description = "Attach an SBOM to a release, wait until its findings are listed, and count them.")
final class UploadCommand implements Callable<Integer> {

    private static final long PAUSE_MILLISECONDS = 150;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "CycloneDX or SPDX; gzip too; recognised by content")
    private Path file = Path.of("");

    @Mixin
    private final ReleaseChoice release = new ReleaseChoice();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "exit with 1 when an open finding is at least: ${COMPLETION-CANDIDATES}")
    private @Nullable FailOn failOn;

    @Mixin
    private final ServerAccess access;

    UploadCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.access = new ServerAccess(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (WardServer server = access.open()) {
            String id = release.find(server);
            JsonNode job = ended(server, server.put("/api/v1/releases/" + id + "/sbom", file));
            if (!job.path("status").asString("").equals("completed")) {
                throw new ServerProblem(job.path("problem").asString("the job failed"));
            }
            return told(server, id, job.path("result"));
        } catch (IllegalArgumentException e) {
            terminal.tell("ward sbom upload: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int told(WardServer server, String id, JsonNode result) throws IOException {
        JsonNode quality = server.get("/api/v1/sboms/" + result.path("snapshot").asString(""))
                .path("quality");
        FindingTally tally = FindingTally.of(server, id);
        terminal.out()
                .println("%s: %d components, %d parts lost, %d marked"
                        .formatted(
                                result.path("outcome").asString(""),
                                quality.path("components").asInt(0),
                                quality.path("lost").asInt(0),
                                quality.path("marked").asInt(0)));
        terminal.out().println(tally.words());
        terminal.out().println(server.at("/releases/" + id));
        FailOn level = failOn;
        return level != null && tally.reaches(level) ? ExitCode.FOUND : ExitCode.FINE;
    }

    /// Follows a job to its end, and tells each of its steps.
    private JsonNode ended(WardServer server, JsonNode accepted) throws IOException {
        JsonNode job = accepted;
        String told = "";
        while (!job.path("status").asString("").equals("completed")
                && !job.path("status").asString("").equals("failed")) {
            String step = job.path("step").asString("");
            if (!step.isEmpty() && !step.equals(told)) {
                terminal.tell(step);
                told = step;
            }
            pause();
            job = server.get("/api/v1/jobs/" + job.path("id").asString(""));
        }
        return job;
    }

    private static void pause() throws ServerProblem {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerProblem("interrupted; the server goes on with what it has");
        }
    }
}
