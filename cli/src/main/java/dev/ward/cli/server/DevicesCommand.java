package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `ward devices`.
@Command(name = "devices", description = "Bring devices to a Ward server.", synopsisSubcommandLabel = "COMMAND")
public final class DevicesCommand {

    private DevicesCommand() {}

    /// The command with those below it.
    public static CommandLine line(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new DevicesCommand()).addSubcommand(new ImportDevicesCommand(terminal, environment));
    }
}
