package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine.Command;

/// `ward past-corrections import`: years of decisions on corrections and removals.
@Command(
        name = "import",
        description =
                "Import past decisions on corrections and removals from a file, wait until they are taken, and tell what came of it.")
final class ImportPastCorrectionsCommand extends ImportPastCommand {

    ImportPastCorrectionsCommand(Terminal terminal, Map<String, String> environment) {
        super(terminal, environment, "/due/past/imports");
    }
}
