package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `ward sbom`.
@Command(name = "sbom", description = "Bring SBOMs to a Ward server.", synopsisSubcommandLabel = "COMMAND")
public final class SbomCommand {

    private SbomCommand() {}

    /// The command with those below it.
    public static CommandLine line(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new SbomCommand()).addSubcommand(new UploadCommand(terminal, environment));
    }
}
