package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `ward past-corrections`.
@Command(
        name = "past-corrections",
        description = "Bring past decisions on corrections and removals to a Ward server.",
        synopsisSubcommandLabel = "COMMAND")
public final class PastCorrectionsCommand {

    private PastCorrectionsCommand() {}

    /// The command with those below it.
    public static CommandLine line(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new PastCorrectionsCommand())
                .addSubcommand(new ImportPastCorrectionsCommand(terminal, environment));
    }
}
