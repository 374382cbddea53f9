package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `ward past-decisions`.
@Command(
        name = "past-decisions",
        description = "Bring past decisions to a Ward server.",
        synopsisSubcommandLabel = "COMMAND")
public final class PastDecisionsCommand {

    private PastDecisionsCommand() {}

    /// The command with those below it.
    public static CommandLine line(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new PastDecisionsCommand())
                .addSubcommand(new ImportPastDecisionsCommand(terminal, environment));
    }
}
