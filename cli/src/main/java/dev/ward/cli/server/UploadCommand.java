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
            JsonNode accepted = server.put("/api/v1/releases/" + id + "/sbom", file);
            return told(server, id, FollowedJob.result(terminal, server, accepted));
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
}
